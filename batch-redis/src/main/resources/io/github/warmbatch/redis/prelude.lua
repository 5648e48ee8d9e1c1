-- What every script shares; each is this text followed by its own.
--
-- The keys are the same in all of them, so that a cluster sees them in one slot and an access rule sees all that is
-- touched. LIST is the truth about what is to be done. All others only help: losing them loses no job.
--   BEGUN     job id -> record of a job that was claimed and is not finished
--   WORKERS   worker id -> its highest session, and the highest number of a request of that session that was granted
--   COUNTERS  'completed', 'fence'
--   DEAD      job id -> dead letter
--   HISTORY   what was done last, by token, so that a repeated call is recognised
-- Records are MessagePack, because an entry's bytes need not be text.
local LIST, BEGUN, WORKERS, COUNTERS, DEAD, HISTORY = unpack(KEYS)

local HISTORY_LIMIT, WORKERS_LIMIT, REASONS_LIMIT, PAYLOAD_LIMIT = 1000, 1000, 10, 65536
local DAY = 86400 * 1000000

-- The server's clock, in microseconds: the only one that decides.
local time = redis.call('TIME')
local NOW = time[1] * 1000000 + time[2]

-- Lua's own way to write a large number loses digits.
local function text(number)
  return string.format('%.0f', number)
end

local function get(key, field)
  local packed = redis.call('HGET', key, field)
  return packed and cmsgpack.unpack(packed) or nil
end

-- A removal comes before the first other write, because a server at its memory limit refuses a script at the first
-- command that may need memory, unless the script has written before. Working the queue off, which frees memory, has to
-- go on then.
local written = false

local function remove(key, field)
  redis.call('HDEL', key, field)
  written = true
end

local function set(key, field, value)
  if not written then
    remove(key, field)
  end
  redis.call('HSET', key, field, value)
end

local function put(key, field, record)
  set(key, field, cmsgpack.pack(record))
end

-- A session is the moment its process started and a random part, for two that started in one microsecond.
local function session()
  return { started = tonumber(ARGV[2]), nonce = tonumber(ARGV[3]) }
end

local function younger(a, b)
  return a.started > b.started or (a.started == b.started and a.nonce > b.nonce)
end

-- What is known of the caller's worker id; read once, since a script may ask for it twice.
local caller

local function known_caller()
  if caller == nil then
    caller = get(WORKERS, ARGV[1]) or false
  end
  return caller
end

local function superseded()
  local known = known_caller()
  return known and younger(known, session())
end

local function leased(job)
  return job.token and job.deadline > NOW
end

-- The job, if the caller's lease on it is current; else nothing, and what to answer.
local function held(id, token)
  if superseded() then
    return nil, { 'superseded' }
  end
  local job = get(BEGUN, id)
  if job and job.token == token and leased(job) then
    return job
  end
  return nil, { 'lost' }
end

-- Only the bytes identify an entry. Of equal ones, take the one at the end that the claim came from.
local function take_out(job)
  redis.call('LREM', LIST, job.side == 'L' and 1 or -1, job.payload)
  remove(BEGUN, job.id)
end

local function add_reason(job, reason)
  table.insert(job.reasons, reason)
  if #job.reasons > REASONS_LIMIT then
    table.remove(job.reasons, 1)
  end
end

local function give_back(job)
  job.token, job.deadline = nil, nil
  put(BEGUN, job.id, job)
end

local function remembered(deed)
  return redis.call('ZSCORE', HISTORY, deed)
end

local function remember(deed)
  redis.call('ZADD', HISTORY, text(NOW), deed)
  redis.call('ZREMRANGEBYRANK', HISTORY, 0, -HISTORY_LIMIT - 1)
end

-- Ends a lease, once and by its holder only. An effect that cannot be had answers why, and has changed nothing.
-- ARGV: worker, started, nonce, job id, token
local function ending(kind, effect)
  local deed = ARGV[5] .. ':' .. kind
  if remembered(deed) then
    return { 'done' }
  end
  local job, refusal = held(ARGV[4], ARGV[5])
  refusal = refusal or effect(job)
  if refusal then
    return refusal
  end
  remember(deed)
  return { 'done' }
end

-- Done again, it answers the same and does nothing.
local function complete()
  return ending('complete', function(job)
    take_out(job)
    redis.call('HINCRBY', COUNTERS, 'completed', 1)
  end)
end
