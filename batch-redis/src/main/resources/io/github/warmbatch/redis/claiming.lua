-- Lays leases, for the scripts that claim.

local function begun_jobs()
  local flat, jobs = redis.call('HGETALL', BEGUN), {}
  for i = 2, #flat, 2 do
    jobs[#jobs + 1] = cmsgpack.unpack(flat[i])
  end
  table.sort(jobs, function(a, b) return a.order < b.order end)
  return jobs
end

local function granted(job)
  return { 'granted', job.id, string.sub(job.payload, 1, PAYLOAD_LIMIT), text(job.failures), text(job.abandonments),
    text(job.releases), text(job.fence), text(job.deadline - NOW) }
end

-- Rises even when the counters were lost, since the clock does.
local function next_fence()
  local fence = math.max(NOW, tonumber(redis.call('HGET', COUNTERS, 'fence') or 0) + 1)
  set(COUNTERS, 'fence', text(fence))
  return fence
end

local function forget_old_workers()
  local flat, oldest = redis.call('HGETALL', WORKERS), nil
  for i = 1, #flat, 2 do
    local seen = cmsgpack.unpack(flat[i + 1]).seen
    if seen < NOW - DAY then
      redis.call('HDEL', WORKERS, flat[i])
    elseif not oldest or seen < oldest.seen then
      oldest = { name = flat[i], seen = seen }
    end
  end
  if redis.call('HLEN', WORKERS) >= WORKERS_LIMIT then
    redis.call('HDEL', WORKERS, oldest.name)
  end
end

-- Lays a lease on the next job. Takes nothing out of the list.
-- ARGV from there on: request, token, proposed id, lease in microseconds, how many in flight, side
local function claim(first)
  local worker, request, token, proposed = ARGV[1], tonumber(ARGV[first]), ARGV[first + 1], ARGV[first + 2]
  local lease, limit, side = tonumber(ARGV[first + 3]), tonumber(ARGV[first + 4]), ARGV[first + 5]
  local mine = session()
  local known = known_caller()
  if known and younger(known, mine) then
    return { 'superseded' }
  end

  -- The same request again, sent twice on the way or repeated because its answer was lost: the same answer, while its
  -- lease is current. "Wait" and "drained" are never remembered; those are found out anew.
  local jobs = begun_jobs()
  for _, job in ipairs(jobs) do
    if job.owner == worker and younger(job, mine) then
      return { 'superseded' }
    elseif job.token == token and leased(job) then
      return granted(job)
    end
  end

  if not known or younger(mine, known) then
    if not known and redis.call('HLEN', WORKERS) >= WORKERS_LIMIT then
      forget_old_workers()
    end
    known = { started = mine.started, nonce = mine.nonce, granted = 0, seen = NOW }
    put(WORKERS, worker, known)
  end

  -- It was granted, or came late: a token is never granted twice.
  if request <= known.granted then
    return { 'stale' }
  end

  -- A record stands for one entry. Entries with equal bytes are told apart by counting.
  local covered, busy, hint = {}, 0, nil

  local function cover(job)
    covered[job.payload] = (covered[job.payload] or 0) + 1
    return covered[job.payload]
  end

  local function busy_until(moment)
    busy = busy + 1
    hint = math.min(hint or moment, moment)
  end

  -- What an older process of this worker held is this one's at once.
  local open = {}
  for _, job in ipairs(jobs) do
    if leased(job) and not (job.owner == worker and younger(mine, job)) then
      cover(job)
      busy_until(job.deadline)
    else
      open[#open + 1] = job
    end
  end

  local next_job
  for _, job in ipairs(open) do
    local nth = cover(job)
    if not redis.call('LPOS', LIST, job.payload, 'RANK', job.side == 'L' and nth or -nth) then
      covered[job.payload] = nth - 1
      remove(BEGUN, job.id) -- somebody took its entry out of the list
    elseif not job.token and (job.rests_until or 0) > NOW then
      busy_until(job.rests_until)
    else
      next_job = next_job or job
    end
  end

  if busy >= limit then
    return { 'wait', text(hint - NOW) }
  end

  -- The first entry, from the end to take from, that no record stands for. There are no more than records in its way.
  local function fresh_entry()
    local count = #jobs
    local entries = redis.call('LRANGE', LIST, side == 'L' and 0 or -count - 1, side == 'L' and count or -1)
    for i = 1, #entries do
      local entry = side == 'L' and entries[i] or entries[#entries + 1 - i]
      if (covered[entry] or 0) == 0 then
        return entry
      end
      covered[entry] = covered[entry] - 1
    end
    return nil
  end

  if not next_job then
    local entry = fresh_entry()
    if not entry then
      return busy > 0 and { 'wait', text(hint - NOW) } or { 'drained' }
    end
    -- With the entry's digest in it, an id proposed once can never name two different entries, not even when a late copy
    -- of a request runs after these keys were lost.
    local id = proposed .. '-' .. string.sub(redis.sha1hex(string.sub(entry, 1, PAYLOAD_LIMIT)), 1, 8)
    if #jobs > 0 and get(BEGUN, id) then
      return { 'stale' }
    end
    next_job = { id = id, payload = entry, side = side, begun = NOW, failures = 0, abandonments = 0, releases = 0,
      reasons = {} }
  end

  -- A token that is still there belongs to a delivery that ended without a word.
  if next_job.token then
    next_job.abandonments = next_job.abandonments + 1
  end
  next_job.token, next_job.owner, next_job.started, next_job.nonce = token, worker, mine.started, mine.nonce
  next_job.deadline, next_job.rests_until = NOW + lease, nil
  next_job.fence = next_fence()
  next_job.order = next_job.order or next_job.fence
  put(BEGUN, next_job.id, next_job)
  known.granted, known.seen = request, NOW
  put(WORKERS, worker, known)
  return granted(next_job)
end
