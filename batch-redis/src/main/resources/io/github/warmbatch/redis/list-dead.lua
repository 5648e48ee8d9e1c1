-- Answers, for each of the oldest dead letters: id, payload, failures, abandonments, releases, when it was first
-- claimed and when buried, how many reasons there are, and these.
-- ARGV: how many
local letters = {}
for _, packed in ipairs(redis.call('HVALS', DEAD)) do
  letters[#letters + 1] = cmsgpack.unpack(packed)
end
table.sort(letters, function(a, b) return a.buried < b.buried or (a.buried == b.buried and a.id < b.id) end)
local answer = {}
local function add(fields)
  for _, field in ipairs(fields) do
    answer[#answer + 1] = field
  end
end
for i = 1, math.min(#letters, tonumber(ARGV[1])) do
  local letter = letters[i]
  add({ letter.id, string.sub(letter.payload, 1, PAYLOAD_LIMIT), text(letter.failures), text(letter.abandonments),
    text(letter.releases), text(letter.begun), text(letter.buried), text(#letter.reasons) })
  add(letter.reasons)
end
return answer
