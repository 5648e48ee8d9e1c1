package io.github.warmbatch.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.warmbatch.queue.Claim;
import io.github.warmbatch.queue.QueueException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Redis that asks for a password, and where that password never appears. */
class LockedRedisTest {
  private static final String PASSWORD = "sesame/open@9";
  private static final String ENCODED = "sesame%2Fopen%409";
  @TempDir private static Path directory;
  private static TestRedis redis;

  @BeforeAll
  static void startRedis() throws Exception {
    redis = TestRedis.startLocked(directory, PASSWORD);
  }

  @AfterAll
  static void stopRedis() {
    redis.close();
  }

  @Test
  void aMissingPasswordIsAskedFor() {
    assertThatThrownBy(() -> connect(""))
        .isInstanceOf(QueueException.class)
        .hasMessageContaining("127.0.0.1:" + redis.port() + " asks for a password")
        .hasMessageContaining("USER:PASSWORD@");
  }

  @Test
  void aWrongPasswordIsSaidToBeWrongAndNotShown() {
    for (String login :
        new String[] {":wrong-word@", "default:wrong-word@", "nobody:wrong-word@"}) {
      String everything = everythingSaidBy(() -> connect(login));
      assertThat(everything)
          .as(login)
          .contains("QueueRefusedException")
          .contains("refuses the user or the password")
          .doesNotContain("wrong-word");
    }
  }

  @Test
  void theRightPasswordOpensAndIsNotShown() {
    for (String login : new String[] {":" + ENCODED + "@", "default:" + ENCODED + "@"}) {
      String everything =
          everythingSaidBy(
              () -> {
                try (RedissonJobQueue queue = connect(login)) {
                  assertThat(queue.claim(Duration.ZERO)).isInstanceOf(Claim.Drained.class);
                  throw new AssertionError(queue.toString());
                }
              });
      assertThat(everything).contains("RedissonJobQueue[").doesNotContain(PASSWORD, ENCODED);
    }
  }

  @Test
  void aRedissonFileOpensToo() throws Exception {
    Path yaml = directory.resolve("redisson.yaml");
    Files.writeString(
        yaml,
        """
        password: "%s"
        singleServerConfig:
          address: "redis://127.0.0.1:%d"
          connectionMinimumIdleSize: 1
        threads: 2
        nettyThreads: 2
        """
            .formatted(PASSWORD, redis.port()));
    try (RedissonJobQueue queue =
        RedissonJobQueue.builder().redissonFile(yaml).name("datasets").connect()) {
      assertThat(queue.stats().isDrained()).isTrue();
    }
  }

  @Test
  void aBrokenRedissonFileIsNamedAndNotQuoted() throws Exception {
    Path yaml = directory.resolve("broken.yaml");
    Files.writeString(
        yaml, "singleServerConfig:\n  timeout: secret-word\n  nonsense: secret-word\n");
    String everything =
        everythingSaidBy(
            () -> RedissonJobQueue.builder().redissonFile(yaml).name("datasets").connect());
    assertThat(everything)
        .contains("QueueRefusedException", yaml.toString())
        .doesNotContain("secret-word");
  }

  @Test
  void aRedissonFileWithAnAddressThatIsNoneIsNamedAndNotQuoted() throws Exception {
    Path yaml = directory.resolve("address.yaml");
    Files.writeString(yaml, "singleServerConfig:\n  address: \"secret-word@localhost:6379\"\n");
    String everything =
        everythingSaidBy(
            () -> RedissonJobQueue.builder().redissonFile(yaml).name("datasets").connect());
    assertThat(everything)
        .contains("QueueRefusedException", yaml.toString(), "redis://host:port")
        .doesNotContain("secret-word");
  }

  private static RedissonJobQueue connect(String login) {
    return RedisTroubleTest.connect("redis://" + login + "127.0.0.1:" + redis.port());
  }

  /** The log on standard error, and the whole trace of what was thrown. */
  private static String everythingSaidBy(ThrowingCallable call) {
    PrintStream usual = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream capture = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      System.setErr(capture);
      catchThrowable(call).printStackTrace(capture);
    } finally {
      System.setErr(usual);
    }
    return said.toString(StandardCharsets.UTF_8);
  }
}
