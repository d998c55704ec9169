import { authentication, formOf } from '../lookup/properties';
import { phoneLookup } from './operation';

export const properties = [authentication('apiKey', 'customIntegration', 'sandbox'), ...formOf(phoneLookup)];
