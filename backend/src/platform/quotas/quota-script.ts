/**
 * Members of a set, as many as the limit allows, and no more whatever asks at once: Redis runs one script after another, for
 * all API processes together. A member that is there is let in again. From `ARGV[3]` on in pairs: a member, and what it takes the place of,
 * or an empty text.
 *
 * Answers with whether the last one is in, and how many are.
 */
export const TAKE_PLACES = `
  local limit = tonumber(ARGV[1])
  local isIn = 0
  for i = 3, #ARGV, 2 do
    if redis.call('SISMEMBER', KEYS[1], ARGV[i]) == 1 then
      isIn = 1
    else
      local count = redis.call('SCARD', KEYS[1])
      local replaces = ARGV[i + 1] ~= '' and redis.call('SISMEMBER', KEYS[1], ARGV[i + 1]) == 1
      isIn = (count - (replaces and 1 or 0) < limit) and 1 or 0
      if isIn == 1 then
        if replaces then redis.call('SREM', KEYS[1], ARGV[i + 1]) end
        redis.call('SADD', KEYS[1], ARGV[i])
      end
    end
  end
  if redis.call('TTL', KEYS[1]) < 0 then redis.call('EXPIRE', KEYS[1], ARGV[2]) end
  return { isIn, redis.call('SCARD', KEYS[1]) }
`;

/**
 * The same of things that stay. What there is comes from a read model and is good for a while (`KEYS[1]`); what was let in meanwhile
 * (`KEYS[2]`, by the moment until which it may not be in the read model yet) is added whenever it is read anew.
 *
 * Answers -1 where the read model must be asked first.
 */
export const HOLD = `
  if redis.call('EXISTS', KEYS[1]) == 0 then return { -1, 0 } end
  if redis.call('SISMEMBER', KEYS[1], ARGV[2]) == 1 then return { 1, redis.call('SCARD', KEYS[1]) - 1 } end
  local count = redis.call('SCARD', KEYS[1]) - 1
  if count >= tonumber(ARGV[1]) then return { 0, count } end
  redis.call('SADD', KEYS[1], ARGV[2])
  local now = redis.call('TIME')
  redis.call('ZADD', KEYS[2], now[1] + tonumber(ARGV[3]), ARGV[2])
  redis.call('EXPIRE', KEYS[2], ARGV[3])
  return { 1, count + 1 }
`;

/** Says what there is, unless somebody else did. `ARGV[1]`: for how long it is good; the others are the things. */
export const FILL = `
  if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
  local now = redis.call('TIME')
  redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now[1])
  redis.call('SADD', KEYS[1], '')
  for i = 2, #ARGV, 1000 do
    redis.call('SADD', KEYS[1], unpack(ARGV, i, math.min(i + 999, #ARGV)))
  end
  local held = redis.call('ZRANGE', KEYS[2], 0, -1)
  if #held > 0 then redis.call('SADD', KEYS[1], unpack(held)) end
  redis.call('EXPIRE', KEYS[1], ARGV[1])
  return 1
`;
