import { z } from 'zod';

/** What cards and pages ask of the CRM through the SDK's hooks. @source @hubspot/ui-extensions 0.17, hooks */

export type Properties = Record<string, string | null>;

const formattingOptions = z.object({
  date: z.object({ format: z.string().optional(), relative: z.boolean().optional() }).optional(),
  dateTime: z.object({ format: z.string().optional(), relative: z.boolean().optional() }).optional(),
  currency: z.object({ addSymbol: z.boolean().optional() }).optional(),
});
export type FormattingOptions = z.output<typeof formattingOptions>;

export const hookOptions = z
  .object({
    propertiesToFormat: z.union([z.literal('all'), z.array(z.string())]).default([]),
    formattingOptions: formattingOptions.optional(),
  })
  .default({ propertiesToFormat: [] });

export const propertiesRequest = z.object({
  names: z.union([z.literal('*'), z.array(z.string())]),
  options: hookOptions,
});

export const associationsRequest = z.object({
  toObjectType: z.string(),
  properties: z.array(z.string()).default([]),
  pageLength: z.number().int().min(1).max(500).default(10),
  offset: z.number().int().min(0).default(0),
  options: hookOptions,
});
export type AssociationsRequest = z.output<typeof associationsRequest>;

const filterValue = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const filter = z.object({
  propertyName: z.string(),
  operator: z.string(),
  value: filterValue.optional(),
  values: z.array(filterValue).default([]),
  highValue: filterValue.optional(),
});
export type Filter = z.output<typeof filter>;

export const searchRequest = z.object({
  objectType: z.string(),
  properties: z.array(z.string()).default([]),
  query: z.string().default(''),
  filterGroups: z.array(z.object({ filters: z.array(filter) })).default([]),
  sorts: z.array(z.object({ propertyName: z.string(), direction: z.enum(['ASCENDING', 'DESCENDING']) })).default([]),
  pageLength: z.number().int().min(1).max(200).default(10),
  after: z.string().regex(/^\d+$/).default('0'),
  options: hookOptions,
});
export type SearchRequest = z.output<typeof searchRequest>;

export const formatRequest = z.object({
  propertiesList: z.array(z.record(z.string(), z.string().nullable())),
  objectType: z.string(),
  formattingOptions: formattingOptions.optional(),
});
