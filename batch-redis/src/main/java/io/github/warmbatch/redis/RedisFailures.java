package io.github.warmbatch.redis;

import io.github.warmbatch.queue.QueueException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redisson.client.RedisTimeoutException;

/**
 * Turns what goes wrong with Redis into one line that names the thing and the way out.
 *
 * @param place where Redis is, for people; without a password
 * @param key the queue's list
 */
record RedisFailures(String place, String key) {
  private static final int LONGEST_DETAIL = 300;

  /** The server's errors begin with a code. */
  private static final Pattern ERROR_REPLY = Pattern.compile("[A-Z]{3,} ");

  /** The exception to throw for this failure of Redisson. */
  QueueException explain(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      QueueException refusal = refusal(String.valueOf(cause.getMessage()), failure);
      if (refusal != null) {
        return refusal;
      }
    }
    return unreachable(failure);
  }

  /** A failure to connect at all. */
  QueueException unreachable(Throwable failure) {
    return new QueueException(
        "Redis at %s cannot be reached (%s). Start it, or give its right address."
            .formatted(place, detail(failure)),
        failure);
  }

  private @Nullable QueueException refusal(String message, Throwable failure) {
    if (message.contains("NOAUTH")) {
      // No cause here and below: a client's message about a password may hold it.
      return new QueueException(
          "Redis at %s asks for a password. Give it in the address, as in redis://user:password@host:6379 or redis://:password@host:6379, or in the Redisson file."
              .formatted(place));
    }
    if (message.contains("WRONGPASS") || message.contains("invalid password")) {
      return new QueueException(
          "Redis at %s refuses the user or the password. Give the right ones in the address, as in redis://user:password@host:6379, or in the Redisson file; characters such as '@' and '/' are written as %%40 and %%2F there."
              .formatted(place));
    }
    if (message.contains("WRONGTYPE")) {
      return new QueueException(
          "A key of the queue '%s' in Redis at %s does not hold what it should: '%s' has to be a list, and nothing else may write to the keys '%s*'. Look with 'redis-cli TYPE %s', or choose another queue."
              .formatted(key, place, key, QueueKeys.sideKeyPrefix(key), key),
          failure);
    }
    if (message.contains("OOM command not allowed")) {
      return new QueueException(
          "Redis at %s is out of memory and takes nothing new into the queue '%s'. Raise its 'maxmemory', or let workers empty the queue."
              .formatted(place, key),
          failure);
    }
    if (message.contains("READONLY")) {
      return new QueueException(
          "Redis at %s is a read-only replica. Give the address of the primary, or a Redisson file with the Sentinels or the cluster."
              .formatted(place),
          failure);
    }
    if (message.contains("NOPERM")) {
      return new QueueException(
          "Redis at %s does not permit this user what the queue '%s' needs: EVAL, EVALSHA, BLMOVE and what the scripts call, on the keys '%s' and '%s*' (%s)."
              .formatted(place, key, key, QueueKeys.sideKeyPrefix(key), shortened(message)),
          failure);
    }
    if (message.contains("Error running script") || message.contains("user_script")) {
      return new QueueException(
          "A script of the queue '%s' failed in Redis at %s (%s). It takes Redis 6.2 or newer. If something else wrote to the keys '%s*', delete those: that loses no job."
              .formatted(key, place, shortened(message), QueueKeys.sideKeyPrefix(key)),
          failure);
    }
    if (ERROR_REPLY.matcher(message).lookingAt()) {
      return new QueueException(
          "Redis at %s refuses: %s".formatted(place, shortened(message)), failure);
    }
    return null;
  }

  private static String detail(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && !(root instanceof UnknownHostException)) {
      root = root.getCause();
    }
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
