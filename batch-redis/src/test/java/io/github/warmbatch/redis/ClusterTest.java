package io.github.warmbatch.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.RunSummary;
import io.github.warmbatch.queue.Background;
import io.github.warmbatch.queue.Claim;
import io.github.warmbatch.queue.Claims;
import io.github.warmbatch.queue.Fault;
import io.github.warmbatch.queue.Faults;
import io.github.warmbatch.queue.Payload;
import io.github.warmbatch.queue.QueueCall;
import io.github.warmbatch.queue.QueueRefusedException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A queue in a cluster of three nodes. */
class ClusterTest {
  @TempDir private static Path directory;
  private static RedisCluster cluster;

  @TempDir private Path files;

  @BeforeAll
  static void start() throws Exception {
    cluster = new RedisCluster(directory);
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @AfterEach
  void empty() {
    cluster.nodes().forEach(node -> node.command("FLUSHALL"));
  }

  @Test
  void aRunKeepsAllItsKeysOnOneNode() {
    WorkerOverRedis workers = new WorkerOverRedis(files, cluster.uri());
    submit(workers, workers.day(1), workers.badDay(2), workers.day(3));

    RunSummary run = workers.work();

    assertThat(run.deadLetters()).isEqualTo(1);
    assertThat(workers.rig.absorbed()).containsExactly("d/1.csv", "d/3.csv");
    assertThat(workers.rig.state()).isEqualTo(workers.undisturbed(1, 3));
    RedisProcess owner = cluster.ownerOf("datasets");
    for (RedisProcess node : cluster.nodes()) {
      // Workers, counters, dead letters and history; the list is empty and so is not there.
      assertThat(node.command("DBSIZE")).isEqualTo(node == owner ? "4" : "0");
    }
  }

  @Test
  void theRunGoesOnWhenItsNodeDiesAndComesBack() {
    WorkerOverRedis workers = new WorkerOverRedis(files, cluster.uri());
    submit(workers, workers.day(1), workers.day(2), workers.day(3));
    RedisProcess owner = cluster.ownerOf("datasets");
    Faults faults =
        new Faults()
            .at(QueueCall.COMPLETE_AND_CLAIM, 2, Fault.delayed(owner::kill))
            .at(QueueCall.RELEASE, 1, Fault.delayed(owner::start));

    RunSummary run = workers.work(faults);

    assertThat(faults.outstanding()).isEmpty();
    assertThat(run.isClean()).isTrue();
    assertThat(workers.rig.absorbed()).containsExactly("d/1.csv", "d/2.csv", "d/3.csv");
    assertThat(workers.rig.state()).isEqualTo(workers.undisturbed(1, 2, 3));
    cluster.awaitWhole();
  }

  @Test
  void theDocumentedRightsSufficeWithTheOneForClusters() throws Exception {
    String user = AclTest.documented() + " +cluster";
    cluster.nodes().forEach(node -> assertThat(node.command(user)).isEqualTo("OK"));
    WorkerOverRedis workers = new WorkerOverRedis(files, cluster.uri("warmbatch:PASSWORD@"));
    submit(workers, workers.day(1), workers.day(2));

    assertThat(workers.work().isClean()).isTrue();
    assertThat(workers.rig.absorbed()).containsExactly("d/1.csv", "d/2.csv");
  }

  @Test
  void anEntryThatIsPushedWakesWhoWaits() throws Exception {
    try (RedissonJobQueue queue = RedissonJobQueue.connect(cluster.uri(), "datasets")) {
      Background<Claim> claim = Background.waitingClaim(queue);
      cluster.ownerOf("datasets").command("RPUSH datasets one");
      assertThat(Claims.granted(claim.result()).job().payload().text()).isEqualTo("one");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"datasets", "{team}:datasets", "a{team}b", "a{"})
  void everyKeyOfAQueueIsInTheSlotOfItsList(String name) {
    assertThat(QueueKeys.of(name).all())
        .extracting(key -> cluster.slotOf(key.toString()))
        .containsOnly(cluster.slotOf(name));
  }

  @Test
  void aServerThatIsNoClusterIsExplained() throws Exception {
    try (RedisProcess single = RedisProcess.server(files, RedisProcess.freePort())) {
      URI uri = URI.create("redis-cluster://127.0.0.1:" + single.port());
      assertThatThrownBy(() -> RedissonJobQueue.connect(uri, "datasets"))
          .isInstanceOf(QueueRefusedException.class)
          .hasMessageContaining("127.0.0.1:" + single.port() + " is no cluster");
    }
  }

  private static void submit(WorkerOverRedis workers, String... paths) {
    try (RedissonJobQueue queue = workers.options("operator").connect()) {
      queue.submit(Arrays.stream(paths).map(Payload::of).toList());
    }
  }
}
