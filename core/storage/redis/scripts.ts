/**
 * What runs inside Redis. Answers are flat lists of strings that are never empty: Webdis drops lists within lists.
 * Nothing here may hold a slash, which gateways take for the end of an argument even when it is encoded.
 */

/** ARGV: a database. Fails where there is none of that number, or it may not be taken. */
export const selectScript = `return redis.call('SELECT', ARGV[1])`;

/** ARGV: cursor, pattern, how many keys to look at. Answers the next cursor, then the keys. */
export const scanScript = `
local found = redis.call('SCAN', ARGV[1], 'MATCH', ARGV[2], 'COUNT', ARGV[3], 'TYPE', 'string')
local out = { found[1] }
for _, key in ipairs(found[2]) do out[#out + 1] = key end
return out`.trim();

/**
 * For each of KEYS its length and the SHA-1 of its value; or `-` and its type, `none` where nothing is there.
 * Ends early once ARGV[1] bytes were looked at, so that nobody waits long for Redis meanwhile.
 */
export const describeScript = `
local out = {}
local seen = 0
for _, key in ipairs(KEYS) do
  local kind = redis.call('TYPE', key).ok
  if kind == 'string' then
    local value = redis.call('GET', key)
    seen = seen + #value
    out[#out + 1] = tostring(#value)
    out[#out + 1] = redis.sha1hex(value)
  else
    out[#out + 1] = '-'
    out[#out + 1] = kind
  end
  if seen >= tonumber(ARGV[1]) then break end
end
return out`.trim();

/**
 * ARGV: `any`, `new` or the SHA-1 that must be there; the value, left out by gateways when it is empty.
 * Answers the SHA-1 of what was written, or `refused`.
 */
export const writeScript = `
local kind = redis.call('TYPE', KEYS[1]).ok
if ARGV[1] == 'new' then
  if kind ~= 'none' then return 'refused' end
elseif kind ~= 'none' and kind ~= 'string' then
  return redis.error_reply('WRONGTYPE ' .. kind)
elseif ARGV[1] ~= 'any' then
  if kind == 'none' or redis.sha1hex(redis.call('GET', KEYS[1])) ~= ARGV[1] then return 'refused' end
end
local value = ARGV[2] or ''
redis.call('SET', KEYS[1], value)
return redis.sha1hex(value)`.trim();
