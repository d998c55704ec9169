/** Writes nodes/shared/ipqs/numberingPlans.ts from the libphonenumber that is installed. */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { numberingPlansModule } = createRequire(import.meta.url)('./numberingPlans/table.js');

writeFileSync(new URL('../nodes/shared/ipqs/numberingPlans.ts', import.meta.url), numberingPlansModule());
