package io.github.warmbatch.redis;

import static io.github.warmbatch.queue.Claims.granted;
import static io.github.warmbatch.queue.Claims.workedOff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.queue.Lease;
import io.github.warmbatch.queue.Order;
import io.github.warmbatch.queue.Payload;
import io.github.warmbatch.queue.QueueException;
import io.github.warmbatch.queue.QueueRefusedException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What workers of the older scheme, which moved an entry to a list of their own, left behind. */
class LeftoversTest extends RedisTest {
  private static final String PROCESSING = "datasets:processing";

  private final List<String> adopted = new ArrayList<>();

  @Test
  void whatWasTakenFirstIsNextAndAllIsTold() throws Exception {
    redis.push(NAME, "four", "three", "two", "one");
    takeAsBefore(3);
    assertThat(redis.entries(NAME)).containsExactly("four");

    RedissonJobQueue queue = worker("a");
    queue.adoptProcessing(this::note);

    assertThat(adopted).containsExactly("three", "two", "one");
    assertThat(redis.entries(PROCESSING)).isEmpty();
    assertThat(workedOff(queue)).containsExactly("one", "two", "three", "four");
  }

  @Test
  void underLifoToo() throws Exception {
    redis.push(NAME, "four", "three", "two", "one");
    takeAsBefore(3);

    RedissonJobQueue queue = open(options("a").order(Order.LIFO));
    queue.adoptProcessing(this::note);

    assertThat(redis.entries(NAME)).containsExactly("four", "three", "two", "one");
    assertThat(workedOff(queue)).containsExactly("one", "two", "three", "four");
  }

  @Test
  void nothingLeftIsNothingDone() {
    redis.push(NAME, "one");
    worker("a").adoptProcessing(this::note);
    worker("a").adoptProcessing(this::note);
    assertThat(adopted).isEmpty();
    assertThat(redis.entries(NAME)).containsExactly("one");
  }

  @Test
  void whoeverDiesInTheMiddleLosesAndDoublesNothing() throws Exception {
    redis.push(NAME, "same", "same", "two", "one");
    takeAsBefore(4);
    RedissonJobQueue dying = worker("a");
    assertThatThrownBy(() -> dying.adoptProcessing(this::dieAtTheSecond))
        .isInstanceOf(IllegalStateException.class);
    assertThat(redis.entries(NAME)).containsExactly("same", "same");
    assertThat(redis.entries(PROCESSING)).containsExactly("two", "one");

    RedissonJobQueue queue = worker("b");
    queue.adoptProcessing(this::note);

    assertThat(workedOff(queue)).containsExactly("one", "two", "same", "same");
  }

  @Test
  void anotherTypeAtTheOlderListIsNamed() {
    redis.command("SET " + PROCESSING + " text");
    RedissonJobQueue queue = worker("a");
    assertThatThrownBy(() -> queue.adoptProcessing(this::note))
        .isInstanceOf(QueueRefusedException.class)
        .hasMessageContaining("'redis-cli TYPE datasets:processing'");
  }

  @Test
  void whereTheAnswerIsLostTheEntryIsNamed() {
    redis.push(PROCESSING, "three", "two", "one");
    RedissonJobQueue queue = worker("a");
    assertThatThrownBy(
            () ->
                queue.adoptProcessing(
                    entry -> {
                      note(entry);
                      redis.command("REPLICAOF 127.0.0.1 1");
                    }))
        .isExactlyInstanceOf(QueueException.class)
        .hasMessageContaining("It is not known whether 'two' was taken back");
    redis.command("REPLICAOF NO ONE");
    assertThat(adopted).containsExactly("three");
  }

  @Test
  void aMoveSentTwiceMovesOnceAlsoBeforeAnEqualEntry() {
    redis.push(PROCESSING, "same", "same");
    ScriptRunner scripts =
        new ScriptRunner(redis.client(), QueueKeys.of(NAME), new RedisFailures("here", NAME))
            .beside(PROCESSING);
    assertThat(scripts.run(Script.ADOPT, "call", "L", "same").word()).isEqualTo("done");
    assertThat(scripts.run(Script.ADOPT, "call", "L", "same").word()).isEqualTo("done");
    assertThat(redis.entries(NAME)).containsExactly("same");
    assertThat(redis.entries(PROCESSING)).containsExactly("same");
  }

  @Test
  void anEntryThatSomebodyElseMovedMeanwhileIsLeftAlone() {
    redis.push(PROCESSING, "one");
    ScriptRunner scripts =
        new ScriptRunner(redis.client(), QueueKeys.of(NAME), new RedisFailures("here", NAME))
            .beside(PROCESSING);
    assertThat(scripts.run(Script.ADOPT, "call", "L", "two").word()).isEqualTo("none");
    assertThat(redis.entries(PROCESSING)).containsExactly("one");
  }

  @Test
  void aJobInHandStaysInHand() throws Exception {
    redis.push(NAME, "same", "two");
    redis.push(PROCESSING, "same");
    RedissonJobQueue queue = worker("a");
    Lease lease = granted(queue);
    queue.adoptProcessing(this::note);
    lease.complete();
    assertThat(workedOff(queue)).containsExactly("same", "two");
  }

  @Test
  void manyAreTakenBackInOrder() {
    redis.command("RPUSH " + PROCESSING + " " + numbers(0, 1_500));
    worker("a").adoptProcessing(this::note);
    assertThat(adopted).hasSize(1_500);
    assertThat(redis.entries(NAME))
        .containsExactlyElementsOf(
            IntStream.iterate(1_499, i -> i >= 0, i -> i - 1).mapToObj(Integer::toString).toList());
  }

  @Test
  void inAClusterItIsRefusedAndSaidHowToDoItByHand(@TempDir Path directory) throws Exception {
    try (RedisProcess cluster =
        RedisProcess.server(directory, portOfACluster(), "cluster-enabled yes")) {
      for (int half : List.of(0, 8_192)) {
        cluster.command("CLUSTER ADDSLOTS " + numbers(half, half + 8_192));
      }
      Await.until(
          "the cluster is there",
          () -> cluster.command("CLUSTER INFO").contains("cluster_state:ok"));
      cluster.command("RPUSH datasets:processing one");
      URI address = URI.create("redis://127.0.0.1:" + cluster.port());
      try (RedissonJobQueue queue = RedissonJobQueue.connect(address, NAME)) {
        assertThatThrownBy(() -> queue.adoptProcessing(this::note))
            .isInstanceOf(QueueRefusedException.class)
            .hasMessageContaining("different slots")
            .hasMessageContaining("redis-cli LRANGE datasets:processing 0 -1");
      }
      assertThat(cluster.command("LLEN datasets:processing")).isEqualTo("1");
    }
  }

  private static String numbers(int from, int to) {
    return IntStream.range(from, to).mapToObj(Integer::toString).collect(Collectors.joining(" "));
  }

  /** A node of a cluster also listens ten thousand ports higher. */
  private static int portOfACluster() throws Exception {
    int port = RedisProcess.freePort();
    while (port > 55_535) {
      port = RedisProcess.freePort();
    }
    return port;
  }

  private void note(Payload entry) {
    adopted.add(entry.text());
  }

  private void dieAtTheSecond(Payload entry) {
    note(entry);
    if (adopted.size() == 2) {
      throw new IllegalStateException("killed");
    }
  }

  /** As the older worker does. */
  private static void takeAsBefore(int entries) {
    for (int i = 0; i < entries; i++) {
      redis.command("RPOPLPUSH %s %s".formatted(NAME, PROCESSING));
    }
  }
}
