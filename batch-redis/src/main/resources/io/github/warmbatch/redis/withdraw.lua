-- Takes a request back that nobody waits for any more: gives its lease back if it has one, and sees to it that a late
-- copy of it gets none.
-- ARGV: worker, started, nonce, request, token
local request, token = tonumber(ARGV[4]), ARGV[5]
if superseded() then
  return { 'superseded' }
end
local mine = session()
local known = get(WORKERS, ARGV[1])
if not known or younger(mine, known) then
  known = { started = mine.started, nonce = mine.nonce, granted = 0 }
end
known.granted, known.seen = math.max(known.granted, request), NOW
put(WORKERS, ARGV[1], known)
local flat = redis.call('HGETALL', BEGUN)
for i = 2, #flat, 2 do
  local job = cmsgpack.unpack(flat[i])
  if job.token == token and leased(job) then
    job.releases = job.releases + 1
    give_back(job)
  end
end
return { 'done' }
