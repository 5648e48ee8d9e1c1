-- Answers seven fields for each of the oldest dead letters.
-- ARGV: how many
local letters = {}
for _, packed in ipairs(redis.call('HVALS', DEAD)) do
  letters[#letters + 1] = cmsgpack.unpack(packed)
end
table.sort(letters, function(a, b) return a.buried < b.buried or (a.buried == b.buried and a.id < b.id) end)
local answer = {}
for i = 1, math.min(#letters, tonumber(ARGV[1])) do
  local letter = letters[i]
  for _, field in ipairs({ letter.id, string.sub(letter.payload, 1, PAYLOAD_LIMIT), text(letter.failures),
    text(letter.abandonments), text(letter.releases), letter.reasons[#letter.reasons], text(letter.buried) }) do
    answer[#answer + 1] = field
  end
end
return answer
