-- Moves a job from the list to the dead letters; the delivery counts as a failure. When those are full it refuses: a job is never dropped in silence.
-- ARGV: worker, started, nonce, job id, token, reason, how many dead letters there may be
return ending('bury', function(job)
  if redis.call('HLEN', DEAD) >= tonumber(ARGV[7]) then
    return { 'full' }
  end
  add_reason(job, ARGV[6])
  take_out(job)
  put(DEAD, job.id, { id = job.id, payload = job.payload, failures = job.failures + 1, abandonments = job.abandonments,
    releases = job.releases, reasons = job.reasons, begun = job.begun, buried = NOW, worker = job.owner })
end)
