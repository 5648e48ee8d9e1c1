package io.github.warmbatch.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.queue.Claims;
import io.github.warmbatch.queue.Payload;
import io.github.warmbatch.queue.QueueException;
import io.github.warmbatch.queue.QueueRefusedException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a queue is found by Sentinels, and what is said when it is not. */
class SentinelTest {
  @TempDir private static Path directory;
  private static SentinelGroup group;

  @BeforeAll
  static void start() throws Exception {
    group = new SentinelGroup(directory);
  }

  @AfterAll
  static void stop() {
    group.close();
  }

  @Test
  void oneSentinelThatAnswersIsEnough() throws Exception {
    String first = "127.0.0.1:" + RedisProcess.freePort();
    URI uri =
        SentinelGroup.uri(
            ":%s@%s,%s".formatted(SentinelGroup.PASSWORD, first, group.hosts()),
            SentinelGroup.MASTER);
    try (RedissonJobQueue queue = connect(uri)) {
      assertThat(queue.stats().isDrained()).isTrue();
    }
  }

  @Test
  void theReplicaIsLeftAloneWhateverAFileSays() throws Exception {
    Path yaml = directory.resolve("sentinels.yaml");
    Files.writeString(
        yaml,
        """
        password: "%s"
        sentinelServersConfig:
          masterName: %s
          sentinelAddresses: ["redis://%s"]
          readMode: SLAVE
          clientName: ours
        threads: 2
        nettyThreads: 2
        """
            .formatted(
                SentinelGroup.PASSWORD,
                SentinelGroup.MASTER,
                group.hosts().replace(",", "\", \"redis://")));
    try (RedissonJobQueue queue =
        RedissonJobQueue.builder().redissonFile(yaml).name("datasets").connect()) {
      assertThat(queue.stats().isDrained()).isTrue();
      assertThat(clients(group.primary())).contains("name=ours");
      assertThat(clients(group.replica())).doesNotContain("name=ours");
    }
  }

  @Test
  void theDocumentedRightsSuffice() throws Exception {
    for (RedisProcess server : List.of(group.primary(), group.replica())) {
      assertThat(server.command(SentinelGroup.PASSWORD, AclTest.documented())).isEqualTo("OK");
    }
    URI uri = SentinelGroup.uri("warmbatch:PASSWORD@" + group.hosts(), SentinelGroup.MASTER);
    try (RedissonJobQueue queue = connect(uri)) {
      queue.submit(List.of(Payload.of("one")));
      assertThat(Claims.workedOff(queue)).containsExactly("one");
    }
  }

  @Test
  void aNameThatTheSentinelsDoNotKnowIsSaid() {
    URI uri = SentinelGroup.uri(":" + SentinelGroup.PASSWORD + "@" + group.hosts(), "nobody");
    assertThatThrownBy(() -> connect(uri))
        .isInstanceOf(QueueRefusedException.class)
        .hasMessageContaining("'nobody' of the Sentinels " + group.hosts())
        .hasMessageContaining("sentinelMasterId")
        .hasMessageNotContaining(SentinelGroup.PASSWORD);
  }

  @Test
  void aWrongPasswordIsSaidAndNotShown() {
    URI uri = SentinelGroup.uri(":wrong-word@" + group.hosts(), SentinelGroup.MASTER);
    assertThatThrownBy(() -> connect(uri))
        .isInstanceOf(QueueRefusedException.class)
        .hasMessageContaining("refuses the user or the password")
        .hasMessageNotContaining("wrong-word");
  }

  @Test
  void sentinelsThatAreNotThereAreNamed() throws Exception {
    String nobody = "127.0.0.1:" + RedisProcess.freePort();
    assertThatThrownBy(() -> connect(SentinelGroup.uri(":word@" + nobody, "cards")))
        .isInstanceOf(QueueException.class)
        .isNotInstanceOf(QueueRefusedException.class)
        .hasMessageContaining("'cards' of the Sentinels " + nobody + " cannot be reached")
        .hasMessageNotContaining("word");
  }

  private static String clients(RedisProcess server) {
    return server.command(SentinelGroup.PASSWORD, "CLIENT LIST");
  }

  private static RedissonJobQueue connect(URI uri) {
    return RedissonJobQueue.connect(uri, "datasets");
  }
}
