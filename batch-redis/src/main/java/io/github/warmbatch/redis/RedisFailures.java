package io.github.warmbatch.redis;

import io.github.warmbatch.queue.QueueException;
import io.github.warmbatch.queue.QueueRefusedException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redisson.client.RedisConnectionException;
import org.redisson.client.RedisException;
import org.redisson.client.RedisTimeoutException;

/**
 * Turns what goes wrong with Redis into one line that names the thing and the way out.
 *
 * @param place where Redis is, for people; without a password
 * @param key the queue's list
 * @param other another list that is asked for besides, if any
 * @param connecting whether this server has not answered yet, and so may be another than is meant
 */
record RedisFailures(String place, String key, @Nullable String other, boolean connecting) {
  private static final int LONGEST_DETAIL = 300;

  RedisFailures(String place, String key) {
    this(place, key, null, false);
  }

  /** The same, where another list is asked for besides. */
  RedisFailures besides(String list) {
    return new RedisFailures(place, key, list, connecting);
  }

  /** The same, before the server has answered for the first time. */
  RedisFailures whileConnecting() {
    return new RedisFailures(place, key, other, true);
  }

  /** What to throw where a script answers what it cannot answer over records of its own. */
  QueueRefusedException malformed() {
    return new QueueRefusedException(
        RedisRefusal.SPOILT_RECORD.advice(place, key, "its answer is malformed"));
  }

  /** The exception to throw for this failure of Redisson. */
  QueueException explain(Throwable failure) {
    Optional<Throwable> untrusted =
        causes(failure).filter(CertificateException.class::isInstance).findFirst();
    return untrusted
        .map(cause -> untrusted(failure, cause))
        .or(
            () ->
                causes(failure)
                    .map(RedisFailures::words)
                    .flatMap(said -> refusal(failure, said))
                    .findFirst())
        .orElseGet(() -> isReply(root(failure)) ? refused(failure) : unreachable(failure));
  }

  private Stream<QueueException> refusal(Throwable failure, String words) {
    return RedisRefusal.in(words).stream()
        .map(
            refusal -> {
              String message = refusal.advice(place, key, words) + alsoThe(other, refusal);
              return refusal.isLasting()
                  ? new QueueRefusedException(message, refusal.isAboutPasswords() ? null : failure)
                  : new QueueException(message, failure);
            });
  }

  private static String alsoThe(@Nullable String other, RedisRefusal refusal) {
    return other == null || refusal != RedisRefusal.WRONG_TYPE
        ? ""
        : " '%s' has to be a list as well: look with 'redis-cli TYPE %1$s'.".formatted(other);
  }

  private QueueException untrusted(Throwable failure, Throwable cause) {
    return new QueueRefusedException(
        "The certificate of Redis at %s is not accepted (%s). It has to name that host, and Java has to trust it: give Java a trust store that does, by -Djavax.net.ssl.trustStore=FILE -Djavax.net.ssl.trustStorePassword=WORD in JAVA_TOOL_OPTIONS, or by sslTruststore in a Redisson file."
            .formatted(place, detail(root(cause))),
        failure);
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

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && !(root instanceof UnknownHostException)) {
      root = root.getCause();
    }
    return root;
  }

  private String detail(Throwable root) {
    if (root instanceof UnknownHostException) {
      return "the host's name is not known";
    }
    if (root instanceof TimeoutException || root instanceof RedisTimeoutException) {
      return "no answer in time" + (connecting ? aboutTls() : "");
    }
    String words = words(root);
    return words.isEmpty() ? root.getClass().getSimpleName() : words;
  }

  /** Either side waits for the other where only one of them speaks TLS. */
  private String aboutTls() {
    return place.endsWith(RedisAddress.OVER_TLS)
        ? "; does it speak TLS?"
        : "; if it speaks TLS, write rediss in place of redis";
  }

  /** Redisson puts the command and its arguments behind the server's words; those help nobody. */
  private static String words(Throwable cause) {
    String message = cause.getMessage() == null ? "" : cause.getMessage();
    String line = message.strip().lines().findFirst().orElse("");
    for (String tail : new String[] {". channel:", ", params:", "; params", ", command:"}) {
      int at = line.toLowerCase(Locale.ROOT).indexOf(tail);
      line = at < 0 ? line : line.substring(0, at);
    }
    return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
  }
}
