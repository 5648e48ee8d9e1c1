package io.github.warmbatch.redis;

import static io.github.warmbatch.queue.Background.waitingClaim;
import static io.github.warmbatch.queue.Claims.granted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.queue.Attempts;
import io.github.warmbatch.queue.Background;
import io.github.warmbatch.queue.Claim;
import io.github.warmbatch.queue.Lease;
import io.github.warmbatch.queue.QueueException;
import io.github.warmbatch.queue.QueueStats;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/** Clients that give up on a call that the server runs all the same, and connections that break. */
class LostAnswersTest extends RedisTest {
  private static RedissonClient impatient;

  @BeforeAll
  static void connectImpatiently() {
    Config config = new Config().setThreads(2).setNettyThreads(2);
    config
        .useSingleServer()
        .setAddress(redis.uri().toString())
        .setConnectionMinimumIdleSize(1)
        .setConnectionPoolSize(4)
        .setTimeout(200)
        .setRetryAttempts(0);
    impatient = Redisson.create(config);
  }

  @AfterAll
  static void disconnect() {
    impatient.shutdown(0, 1, TimeUnit.SECONDS);
  }

  @Test
  void ghostClaimAfterTimeout() throws Exception {
    redis.push(NAME, "one", "two");
    RedissonJobQueue queue = impatientWorker();
    stall();
    assertThatThrownBy(() -> queue.claim(Duration.ZERO)).isInstanceOf(QueueException.class);
    resume();
    awaitInFlight(1);
    String ghost = redis.command("HGET {datasets}:counters fence");
    Lease lease = granted(queue);
    assertThat(lease.fencingToken()).hasToString(ghost);
    assertThat(lease.job().attempts()).isEqualTo(Attempts.NONE);
    lease.complete();
    assertThat(granted(queue).job().payload().text()).isEqualTo("two");
    assertThat(redis.entries(NAME)).containsExactly("two");
  }

  @Test
  void aCompletionWhoseAnswerWasLostMayBeRepeated() throws Exception {
    redis.push(NAME, "one", "two");
    RedissonJobQueue queue = impatientWorker();
    Lease lease = granted(queue);
    stall();
    assertThatThrownBy(lease::complete).isInstanceOf(QueueException.class);
    resume();
    lease.complete();
    assertThat(worker("b").stats()).isEqualTo(new QueueStats(1, 0, 0, 1));
  }

  @Test
  void theLeaseOfACompletionWithAClaimWhoseAnswerWasLostIsFoundByAClaim() throws Exception {
    RedissonJobQueue queue = impatientWorker();
    Lease completed = completedAndClaimedUnheard(queue);
    Lease next = granted(queue);
    assertThat(next.job().payload().text()).isEqualTo("two");
    assertThat(next.job().attempts()).isEqualTo(Attempts.NONE);
    completed.complete();
    assertThat(queue.stats()).isEqualTo(new QueueStats(2, 1, 0, 2));
  }

  @Test
  void aCompletionWithAClaimWhoseAnswerWasLostMayBeRepeated() throws Exception {
    RedissonJobQueue queue = impatientWorker();
    Lease completed = completedAndClaimedUnheard(queue);
    Lease next = granted(queue.completeAndClaim(completed));
    assertThat(next.job().payload().text()).isEqualTo("two");
    assertThat(next.job().attempts()).isEqualTo(Attempts.NONE);
    assertThat(queue.stats()).isEqualTo(new QueueStats(2, 1, 0, 2));
  }

  @Test
  void aCompletionWithAClaimInterruptedOnItsWayCompletesAndHoldsNoLease() throws Exception {
    redis.push(NAME, "one", "two");
    RedissonJobQueue queue = worker("a");
    Lease lease = granted(queue);
    stall();
    Background<Claim> call = Background.start(() -> queue.completeAndClaim(lease));
    call.awaitWaiting();
    call.interrupt();
    resume();
    assertThatThrownBy(call::result).isInstanceOf(InterruptedException.class);
    assertThat(queue.stats()).isEqualTo(new QueueStats(1, 0, 0, 1));
    assertThat(granted(queue).job().payload().text()).isEqualTo("two");
  }

  @Test
  void aWaitingClaimSurvivesTheLossOfItsConnection() throws Exception {
    Background<Claim> claim = waitingClaim(worker("a"));
    awaitBlocked();
    redis.command("CLIENT KILL TYPE normal");
    redis.command("RPUSH datasets one");
    assertThat(granted(claim.result()).job().payload().text()).isEqualTo("one");
  }

  @Test
  void anEmptyQueueIsWatchedNotPolled() throws Exception {
    Background<Claim> claim = waitingClaim(worker("a"));
    awaitBlocked();
    redis.push(NAME, "one");
    assertThat(granted(claim.result()).job().payload().text()).isEqualTo("one");
    assertThat(redis.entries(NAME)).containsExactly("one");
  }

  @Test
  void closingWakesWhoWaits() throws Exception {
    RedissonJobQueue queue = worker("a");
    Background<Claim> claim = waitingClaim(queue);
    awaitBlocked();
    queue.close();
    assertThatThrownBy(claim::result)
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("The queue 'datasets' is closed.");
  }

  /**
   * The lease on a job that was completed unheard; "two" is claimed by now. The server knows the
   * script from a call before, else it would ask for it, and the client has given up by then.
   */
  private Lease completedAndClaimedUnheard(RedissonJobQueue queue) throws Exception {
    redis.push(NAME, "zero", "one", "two", "three");
    Lease lease = granted(queue.completeAndClaim(granted(queue)));
    stall();
    assertThatThrownBy(() -> queue.completeAndClaim(lease)).isInstanceOf(QueueException.class);
    resume();
    RedissonJobQueue observer = worker("observer");
    while (!observer.stats().equals(new QueueStats(2, 1, 0, 2))) {
      Thread.onSpinWait();
    }
    return lease;
  }

  private RedissonJobQueue impatientWorker() {
    return open(RedissonJobQueue.builder().client(impatient).name(NAME).workerId("a"));
  }

  /** The server takes scripts in, and runs them when it goes on. */
  private static void stall() {
    assertThat(redis.command("CLIENT PAUSE 60000 WRITE")).isEqualTo("OK");
  }

  private static void resume() {
    assertThat(redis.command("CLIENT UNPAUSE")).isEqualTo("OK");
  }

  private void awaitInFlight(long jobs) {
    RedissonJobQueue observer = worker("observer");
    while (observer.stats().inFlight() != jobs) {
      Thread.onSpinWait();
    }
  }

  private static void awaitBlocked() {
    while (!redis.command("INFO clients").contains("blocked_clients:1")) {
      Thread.onSpinWait();
    }
  }
}
