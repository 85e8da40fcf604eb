import { writeFileSync } from 'node:fs';
import { propertyDocs } from '../src/adapters/hubspot/property-docs.ts';

writeFileSync(new URL('../docs/hubspot-properties.md', import.meta.url), propertyDocs());
