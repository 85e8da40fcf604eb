/** Invented words only; all addresses end in `.example`, a domain that never exists (RFC 2606). */
export const FIRST_NAMES =
  'Ada Alma Anton Bela Brin Carla Dario Edda Emil Fenja Finn Greta Hanno Ida Jonas Juna Kai Lale Levi Malin Mats Mira Nele Nils Oda Owen Pelle Quinn Rana Ravi Rhea Sina Sven Tara Tilda Timo Uma Wade Wim Yara Zoe'.split(
    ' ',
  );

export const LAST_NAMES =
  'Abend Birkholt Dornfels Eichrode Fahrenwald Grauland Hellbach Immental Jungwirt Kornfeldt Lindmoor Morgenau Nebelung Ostwald Pfeilstein Quellheim Rotbusch Silberhain Tannhof Uhlenbrock Vogelrain Weidengrund Zaunreiter Ashmere Birchall Coldmoor Eastmere Fallowby Greywater Hazelden Kingsmere Larkwood Mossford Northam Oakhurst Pinewell Redbourne Silverton Thornley Underhill Westbrook Yarrowdale'.split(
    ' ',
  );

/** By what they say of who has them. */
export const TITLES = {
  decides: ['Head of Operations', 'Managing Director', 'Sales Director', 'VP Marketing', 'Founder', 'CFO'],
  leads: ['IT Manager', 'Marketing Manager', 'Project Manager', 'Purchasing Manager', 'Team Lead Sales', 'Controller'],
  works: ['Marketing Specialist', 'Business Analyst', 'Sales Representative', 'Systems Engineer'],
  learns: ['Student Assistant', 'Intern Marketing', 'Trainee'],
} as const;

export const JOB_TITLES: readonly string[] = Object.values(TITLES).flat();

export const COMPANY_NAMES =
  'Alder Amber Aster Basalt Beacon Birch Cedar Cobalt Comet Delta Ember Falcon Fjord Garnet Glacier Harbor Heron Indigo Juniper Kestrel Lantern Lumen Maple Meridian Nimbus Onyx Orchard Pebble Quartz Raven Saffron Sierra Tern Umber Vela Willow Yarrow Zephyr Aurora Bramble Canyon Crest Dune Echo Fennel Granite Hazel Isle Jasper Larch Marble Nectar Opal Pine Reed Sable Tundra Velvet Wren Zenith'.split(
    ' ',
  );

/** What a company does, in its name and as HubSpot's industry. */
export const TRADES = [
  { word: 'Logistics', industry: 'LOGISTICS_AND_SUPPLY_CHAIN' },
  { word: 'Machines', industry: 'MACHINERY' },
  { word: 'Software', industry: 'COMPUTER_SOFTWARE' },
  { word: 'Clinics', industry: 'HOSPITAL_HEALTH_CARE' },
  { word: 'Foods', industry: 'FOOD_PRODUCTION' },
  { word: 'Insurance', industry: 'INSURANCE' },
  { word: 'Energy', industry: 'RENEWABLES_ENVIRONMENT' },
  { word: 'Stores', industry: 'RETAIL' },
  { word: 'Builders', industry: 'CONSTRUCTION' },
  { word: 'Consulting', industry: 'MANAGEMENT_CONSULTING' },
] as const;

export const FREE_MAIL = ['freemail.example', 'postbox.example', 'webpost.example'];

/** `Ünder Wood` → `under-wood`: for addresses and domains. */
export function slug(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
