/** Services that speak S3, for the form: where each is, and which regions it has. */
import type { Choice } from '#web/ui/combobox.tsx';
import { valueOf, type Values } from './form.ts';
import { regions } from './regions.ts';

interface S3Service {
  readonly value: string;
  readonly label: string;
  /** With `REGION` or a word to be put in its place; empty for Amazon's own. */
  readonly endpoint: string;
  readonly addressing: 'path' | 'virtual';
  /** The first is the one to begin with. */
  readonly regions: readonly Choice[];
  /** Knows an endpoint for its own. */
  readonly host?: RegExp;
  readonly help?: string;
}

const choices = (list: string): readonly Choice[] =>
  list.split(', ').map((line) => {
    const [value = '', ...hint] = line.split(' ');
    return { value, hint: hint.join(' ') };
  });

const amazon = (value: string, label: string, starts: RegExp): S3Service => ({
  value,
  label,
  endpoint: '',
  addressing: 'virtual',
  regions: regions.filter((region) => starts.test(region.value)),
});

const amazonService = amazon('amazon', 'Amazon S3', /^(?!cn-|us-gov-)/);

/** An address that still holds one of its capital words is not whole. */
const services: readonly S3Service[] = [
  amazonService,
  amazon('amazon-gov', 'Amazon S3, GovCloud (US)', /^us-gov-/),
  amazon('amazon-cn', 'Amazon S3, China', /^cn-/),
  {
    value: 'backblaze',
    label: 'Backblaze B2',
    endpoint: 'https://s3.REGION.backblazeb2.com',
    addressing: 'path',
    regions: choices(
      'us-west-004 Phoenix, us-west-000 Sacramento, us-west-001 Sacramento, us-west-002 Sacramento, us-east-005 Reston, eu-central-003 Amsterdam, ca-east-006 Toronto',
    ),
    host: /^s3\.[a-z]+-[a-z]+-\d{3}\.backblazeb2\.com$/,
    help: 'An application key of one bucket is enough. The master key does not speak S3.',
  },
  {
    value: 'cloudflare',
    label: 'Cloudflare R2',
    endpoint: 'https://ACCOUNT.r2.cloudflarestorage.com',
    addressing: 'path',
    regions: choices('auto all'),
    host: /\.r2\.cloudflarestorage\.com$/,
    help: 'Put your account ID in the endpoint. R2’s rule takes no * for headers: list them.',
  },
  {
    value: 'wasabi',
    label: 'Wasabi',
    endpoint: 'https://s3.REGION.wasabisys.com',
    addressing: 'path',
    regions: choices(
      'us-east-1 N. Virginia, us-east-2 N. Virginia, us-central-1 Texas, us-west-1 Oregon, us-west-2 San Jose, ca-central-1 Toronto, eu-central-1 Amsterdam, eu-central-2 Frankfurt, eu-west-1 London, eu-west-2 Paris, eu-west-3 London, eu-south-1 Milan, ap-northeast-1 Tokyo, ap-northeast-2 Osaka, ap-southeast-1 Singapore, ap-southeast-2 Sydney',
    ),
    host: /^s3\.(?:[a-z0-9-]+\.)?wasabisys\.com$/,
  },
  {
    value: 'digitalocean',
    label: 'DigitalOcean Spaces',
    endpoint: 'https://REGION.digitaloceanspaces.com',
    addressing: 'path',
    regions: choices(
      'nyc3 New York, ams3 Amsterdam, atl1 Atlanta, blr1 Bangalore, fra1 Frankfurt, lon1 London, sfo2 San Francisco, sfo3 San Francisco, sgp1 Singapore, syd1 Sydney, tor1 Toronto',
    ),
    host: /^[a-z]{3}\d\.digitaloceanspaces\.com$/,
  },
  {
    value: 'minio',
    label: 'MinIO',
    endpoint: 'http://localhost:9000',
    addressing: 'path',
    regions: choices('us-east-1 as MinIO is set up first'),
  },
  {
    value: 'ceph',
    label: 'Ceph',
    endpoint: 'https://SERVER',
    addressing: 'path',
    regions: choices('us-east-1 unless zone groups say otherwise, default'),
    help: 'The address of its object gateway (RGW).',
  },
  {
    value: 'other',
    label: 'Other',
    endpoint: 'https://SERVER',
    addressing: 'path',
    regions: choices('us-east-1, auto'),
  },
];

export const serviceOptions = services.map(({ value, label }) => ({ value, label }));

export function serviceOf(values: Values): S3Service {
  return services.find(({ value }) => value === values['service']) ?? amazonService;
}

/** The service that an address is of; one's own servers say it of none. */
export function serviceAt(endpoint: string, region: string): string {
  if (endpoint === '') {
    if (region.startsWith('cn-')) return 'amazon-cn';
    return region.startsWith('us-gov-') ? 'amazon-gov' : 'amazon';
  }
  if (!URL.canParse(endpoint)) return 'other';
  const { hostname, port } = new URL(endpoint);
  if (port === '9000') return 'minio';
  return services.find(({ host }) => host?.test(hostname))?.value ?? 'other';
}

function endpointIn({ endpoint }: S3Service, region: string): string {
  return endpoint.replace('REGION', region);
}

/** What a service brings with it. */
export function withService(_: Values, chosen: string): Values {
  const service = serviceOf({ service: chosen });
  const region = service.regions[0]?.value ?? '';
  return { service: chosen, region, endpoint: endpointIn(service, region), addressing: service.addressing };
}

/** An endpoint that is the service's own follows the region. */
export function withRegion(values: Values, region: string): Values {
  const service = serviceOf(values);
  const follows = valueOf(values, 'endpoint') === endpointIn(service, valueOf(values, 'region'));
  return { region, ...(follows ? { endpoint: endpointIn(service, region) } : {}) };
}

/** The word in an endpoint that is still to be replaced. */
export function placeholderIn(endpoint: string): string | undefined {
  return /\b(?:ACCOUNT|SERVER|REGION)\b/.exec(endpoint)?.[0];
}
