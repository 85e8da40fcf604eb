import express, { type Router } from 'express';
import type { Portal } from '../../sandbox/portal.ts';
import { parseBody } from '../parse-body.ts';
import { findRecord } from '../record/find-record.ts';
import { formatProperties } from './format-properties.ts';
import { readAssociations } from './read-associations.ts';
import { readProperties } from './read-properties.ts';
import { searchRecords } from './search-records.ts';
import { associationsRequest, formatRequest, propertiesRequest, searchRequest } from './shapes.ts';

/** The CRM as cards and pages see it through the SDK's hooks. */
export function crmRoutes(portal: Portal): Router {
  return express
    .Router()
    .post('/records/:type/:id/properties', ({ params, body }, response) => {
      const { names, options } = parseBody(propertiesRequest, body);
      response.json(readProperties(portal, findRecord(portal, params.type, params.id), names, options));
    })
    .post('/records/:type/:id/associations', ({ params, body }, response) => {
      const record = findRecord(portal, params.type, params.id);
      response.json(readAssociations(portal, record, parseBody(associationsRequest, body)));
    })
    .post('/search', ({ body }, response) => void response.json(searchRecords(portal, parseBody(searchRequest, body))))
    .post('/format', ({ body }, response) => {
      const { propertiesList, objectType, formattingOptions } = parseBody(formatRequest, body);
      const wish = { typeId: portal.typeId(objectType), names: 'all', options: formattingOptions } as const;
      response.json(propertiesList.map((properties) => formatProperties(portal, properties, wish)));
    });
}
