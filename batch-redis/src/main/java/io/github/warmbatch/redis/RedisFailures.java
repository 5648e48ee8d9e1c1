package io.github.warmbatch.redis;

import io.github.warmbatch.queue.QueueException;
import io.github.warmbatch.queue.QueueRefusedException;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.redisson.client.RedisConnectionException;
import org.redisson.client.RedisException;
import org.redisson.client.RedisTimeoutException;

/**
 * Turns what goes wrong with Redis into one line that names the thing and the way out.
 *
 * @param place where Redis is, for people; without a password
 * @param key the queue's list
 */
record RedisFailures(String place, String key) {
  private static final int LONGEST_DETAIL = 300;

  /** What the server says, and what to tell people: of its place, the key, the side keys. */
  private static final Map<String, String> REFUSALS = refusals();

  /** Errors whose causes are not passed on: a client's words about a password may hold it. */
  private static final Set<String> ABOUT_PASSWORDS = Set.of("NOAUTH", "WRONGPASS");

  /** Errors that stay until somebody puts them right; the others may pass, after a failover say. */
  private static final Set<String> LASTING =
      Set.of(
          "NOAUTH",
          "WRONGPASS",
          "WRONGTYPE",
          "NOPERM",
          "CROSSSLOT",
          "DB index is out of range",
          "Master node is undefined");

  private static Map<String, String> refusals() {
    Map<String, String> advice = new LinkedHashMap<>();
    advice.put(
        "NOAUTH",
        "Redis at %1$s asks for a password. Give it in the address in front of the host, as USER:PASSWORD@ or :PASSWORD@, or in the Redisson file.");
    advice.put(
        "WRONGPASS",
        "Redis at %1$s refuses the user or the password. Give the right ones in the address in front of the host, as USER:PASSWORD@ or :PASSWORD@, or in the Redisson file; characters such as '@' and '/' are written as %%40 and %%2F in an address.");
    advice.put(
        "WRONGTYPE",
        "A key of the queue '%2$s' in Redis at %1$s does not hold what it should: '%2$s' has to be a list, and nothing else may write to the keys '%3$s*'. Look with 'redis-cli TYPE %2$s', or choose another queue.");
    advice.put(
        "Master node is undefined",
        "Redis at %1$s: they know no primary of that name. Give its name in the address, as '?sentinelMasterId=NAME' behind the hosts; 'redis-cli -p 26379 SENTINEL masters' lists them.");
    advice.put(
        "DB index is out of range",
        "Redis at %1$s has no database of that number. Give another one behind the host, or none.");
    advice.put(
        "command not allowed when used memory",
        "Redis at %1$s is out of memory and takes nothing new into the queue '%2$s'. Raise its 'maxmemory', or let workers empty the queue.");
    advice.put(
        "READONLY",
        "Redis at %1$s is a read-only replica. Give the address of the primary, or a Redisson file with the Sentinels or the cluster.");
    advice.put(
        "NOPERM",
        "Redis at %1$s does not permit this user what the queue '%2$s' needs: EVAL, EVALSHA, BLMOVE and what the scripts call, on the keys '%2$s' and '%3$s*' (%4$s).");
    advice.put(
        "CROSSSLOT",
        "The lists '%2$s' and '%2$s:processing' are in different slots of the cluster at %1$s, so nothing can be moved between them in one step; nothing was changed. Move the entries by hand: 'redis-cli LRANGE %2$s:processing 0 -1' shows them; 'LPUSH %2$s' them in that order, one by one, then 'DEL %2$s:processing'.");
    advice.put(
        "user_script",
        "A script of the queue '%2$s' failed in Redis at %1$s (%4$s). It takes Redis 6.2 or newer. If something else wrote to the keys '%3$s*', delete those: that loses no job.");
    return advice;
  }

  /** The exception to throw for this failure of Redisson. */
  QueueException explain(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String words = cause.getMessage() == null ? "" : shortened(cause.getMessage());
      for (Map.Entry<String, String> refusal : REFUSALS.entrySet()) {
        if (words.contains(refusal.getKey())) {
          String sideKeys = QueueKeys.sideKeyPrefix(key);
          String message = refusal.getValue().formatted(place, key, sideKeys, words);
          return LASTING.contains(refusal.getKey())
              ? new QueueRefusedException(
                  message, ABOUT_PASSWORDS.contains(refusal.getKey()) ? null : failure)
              : new QueueException(message, failure);
        }
      }
    }
    return isReply(root(failure)) ? refused(failure) : unreachable(failure);
  }

  private QueueException unreachable(Throwable failure) {
    return new QueueException(
        "Redis at %s cannot be reached (%s). Start it, or give its right address."
            .formatted(place, detail(root(failure))),
        failure);
  }

  private QueueException refused(Throwable failure) {
    return new QueueException(
        "Redis at %s does not serve the queue '%s': %s"
            .formatted(place, key, detail(root(failure))),
        failure);
  }

  /** Whether these are the server's words. */
  private static boolean isReply(Throwable root) {
    return root instanceof RedisException
        && !(root instanceof RedisConnectionException)
        && !(root instanceof RedisTimeoutException);
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && !(root instanceof UnknownHostException)) {
      root = root.getCause();
    }
    return root;
  }

  private static String detail(Throwable root) {
    if (root instanceof UnknownHostException) {
      return "the host's name is not known";
    }
    if (root instanceof TimeoutException || root instanceof RedisTimeoutException) {
      return "no answer in time";
    }
    String message = root.getMessage();
    return message == null ? root.getClass().getSimpleName() : shortened(message);
  }

  /** Redisson puts the command and its arguments behind the server's words; those help nobody. */
  private static String shortened(String message) {
    String line = message.strip().lines().findFirst().orElse("");
    for (String tail : new String[] {". channel:", ", params:", "; params", ", command:"}) {
      int at = line.toLowerCase(Locale.ROOT).indexOf(tail);
      line = at < 0 ? line : line.substring(0, at);
    }
    return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
  }
}
