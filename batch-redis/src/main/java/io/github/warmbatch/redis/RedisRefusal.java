package io.github.warmbatch.redis;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What Redis or its client may say, and what to tell people. */
enum RedisRefusal {
  NO_PASSWORD(
      true,
      "Redis at %1$s asks for a password. Give it in the address in front of the host, as USER:PASSWORD@ or :PASSWORD@, or in the Redisson file.",
      "NOAUTH"),
  WRONG_PASSWORD(
      true,
      "Redis at %1$s refuses the user or the password. Give the right ones in the address in front of the host, as USER:PASSWORD@ or :PASSWORD@, or in the Redisson file; characters such as '@' and '/' are written as %%40 and %%2F in an address.",
      "WRONGPASS"),
  WRONG_TYPE(
      true,
      "A key of the queue '%2$s' in Redis at %1$s does not hold what it should: '%2$s' has to be a list, and nothing else may write to the keys '%3$s*'. Look with 'redis-cli TYPE %2$s'. If it is a list, delete the others, which loses no job: 'redis-cli --scan --pattern \"%3$s*\"' names them. Else choose another queue.",
      "WRONGTYPE"),
  NO_SUCH_DATABASE(
      true,
      "Redis at %1$s has no database of that number. Give another one behind the host, or none.",
      "DB index is out of range"),
  NO_PERMISSION(
      true,
      "Redis at %1$s does not permit this user what the queue '%2$s' needs: PING, EVALSHA, SCRIPT LOAD, BLMOVE and what the scripts call, on the keys '%2$s' and '%3$s*'; --adopt-processing also LINDEX and LMOVE, and the key '%2$s:processing' (%4$s).",
      "NOPERM",
      "The user executing the script can't",
      "ACL failure in script"),
  UNKNOWN_MASTER(
      true,
      "Redis at %1$s: they know no primary of that name. Give its name in the address, as '?sentinelMasterId=NAME' behind the hosts; 'redis-cli -p 26379 SENTINEL masters' lists them.",
      "Master node is undefined"),
  NO_CLUSTER(
      true,
      "Redis at %1$s is no cluster but one server: write redis in place of redis-cluster in the address.",
      "cluster support disabled"),
  OTHER_SLOT(
      true,
      "The lists '%2$s' and '%2$s:processing' are in different slots of the cluster at %1$s, so nothing can be moved between them in one step; nothing was changed. Move the entries by hand: 'redis-cli LRANGE %2$s:processing 0 -1' shows them; 'LPUSH %2$s' them in that order, one by one, then 'DEL %2$s:processing'.",
      "CROSSSLOT"),
  FULL_MEMORY(
      false,
      "Redis at %1$s is out of memory and takes nothing new into the queue '%2$s'. Raise its 'maxmemory', or let workers empty the queue.",
      "command not allowed when used memory"),
  READ_ONLY(
      false,
      "Redis at %1$s is a read-only replica. Give the address of the primary, or of the Sentinels or the cluster.",
      "READONLY"),
  NO_REDIS(
      false,
      "What answers at %1$s does not speak as Redis does. If it speaks TLS, write rediss in place of redis in the address.",
      "Can't decode replay"),
  TOO_OLD(
      true,
      "Redis at %1$s is too old for the queue '%2$s' (%4$s). It takes Redis 6.2 or newer.",
      "Unknown Redis command",
      "Wrong number of args calling Redis command"),
  SPOILT_RECORD(
      true,
      "Something else wrote to the keys beside the queue '%2$s' in Redis at %1$s, so that they cannot be read (%4$s). Delete them: that loses no job, and the lineage knows what was learned; but of the dead letters, in '%3$sdead', copy what you need first. 'redis-cli --scan --pattern \"%3$s*\"' names them.",
      "bad argument #",
      "attempt to ",
      "Bad data format in input",
      "Missing bytes in input",
      "hash value is not an integer"),
  BROKEN_SCRIPT(
      false, "A script of the queue '%2$s' failed in Redis at %1$s (%4$s).", "user_script");

  private final boolean lasting;
  private final String advice;
  private final Pattern signs;

  RedisRefusal(boolean lasting, String advice, String... signs) {
    this.lasting = lasting;
    this.advice = advice;
    this.signs =
        Pattern.compile(Arrays.stream(signs).map(Pattern::quote).collect(Collectors.joining("|")));
  }

  /** The refusal that these words are. */
  static Optional<RedisRefusal> in(String words) {
    return Arrays.stream(values()).filter(each -> each.signs.matcher(words).find()).findFirst();
  }

  /** Whether it stays until somebody puts it right; others may pass, after a failover say. */
  boolean isLasting() {
    return lasting;
  }

  /** Whether a client's words about it may hold a password, and so are not passed on. */
  boolean isAboutPasswords() {
    return this == NO_PASSWORD || this == WRONG_PASSWORD;
  }

  /** What to tell people, of Redis' place, the queue's list, its side keys and the words. */
  String advice(String place, String key, String words) {
    return advice.formatted(place, key, QueueKeys.sideKeyPrefix(key), words);
  }
}
