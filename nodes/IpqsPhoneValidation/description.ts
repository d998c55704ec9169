import { authentication, formOf } from '../shared/lookupNode/properties';
import { phoneLookup } from './validate.operation';

export const properties = [authentication('apiKey', 'customIntegration', 'sandbox'), ...formOf(phoneLookup)];
