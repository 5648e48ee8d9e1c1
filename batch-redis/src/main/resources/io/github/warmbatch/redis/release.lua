-- Gives a job back untouched; it keeps its place and is next.
-- ARGV: worker, started, nonce, job id, token
local deed = ARGV[5] .. ':release'
if remembered(deed) then
  return { 'done' }
end
local job, refusal = held(ARGV[4], ARGV[5])
if not job then
  return refusal
end
job.releases = job.releases + 1
give_back(job)
remember(deed)
return { 'done' }
