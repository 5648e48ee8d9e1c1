package io.github.warmbatch.queue;

import static io.github.warmbatch.queue.Background.waitingClaim;
import static io.github.warmbatch.queue.Claims.granted;
import static io.github.warmbatch.queue.Claims.putOff;
import static io.github.warmbatch.queue.QueueBench.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The laws of worker identities: a process started again, and two under one identity. */
public interface IdentityLaws extends QueueBench {

  /** A pod started again goes on at once; that its forerunner died is counted. */
  @Test
  default void aRestartedWorkerTakesItsLeaseBackAtOnce() throws Exception {
    JobQueue before = worker("a");
    submit(before, "one", "two");
    Lease lost = granted(before);
    Lease again = granted(worker("a"));
    assertThat(again.job().id()).isEqualTo(lost.job().id());
    assertThat(again.job().attempts()).isEqualTo(new Attempts(0, 1, 0));
    assertThat(again.fencingToken()).isGreaterThan(lost.fencingToken());
    again.complete();
    assertThat(before.stats()).isEqualTo(new QueueStats(1, 0, 0, 1));
  }

  /** Each death is one more. */
  @Test
  default void eachRestartIsCounted() throws Exception {
    submit(worker("a"), "one");
    granted(worker("a"));
    granted(worker("a"));
    assertThat(granted(worker("a")).job().attempts()).isEqualTo(new Attempts(0, 2, 0));
  }

  /** What was given back before the restart was not abandoned. */
  @Test
  default void aRestartAfterAReleaseIsNoAbandonment() throws Exception {
    JobQueue before = worker("a");
    submit(before, "one");
    granted(before).release();
    assertThat(granted(worker("a")).job().attempts()).isEqualTo(new Attempts(0, 0, 1));
  }

  /** A lease has one holder; another identity does not inherit it. */
  @Test
  default void anotherIdentityWaitsForTheLeasesEnd() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one");
    granted(a);
    assertThat(putOff(worker("b"))).isPositive();
  }

  /** A restart does not shorten a backoff. */
  @Test
  default void aRestartedWorkerWaitsForABackoff() throws Exception {
    JobQueue before = worker("a");
    submit(before, "one");
    granted(before).fail("broken", LEASE);
    assertThat(putOff(worker("a"))).isPositive();
  }

  /** The older of two processes must stop. */
  @Test
  default void theOlderOfTwoProcessesIsToldThatItWasSuperseded() throws Exception {
    JobQueue older = worker("a");
    submit(older, "one", "two");
    granted(older).release();
    granted(worker("a"));
    assertThatThrownBy(() -> older.claim(Duration.ZERO))
        .isInstanceOf(SupersededException.class)
        .hasMessageContaining("a");
  }

  /** Its leases are void, and the younger's is not touched. */
  @Test
  default void theOlderOfTwoProcessesCanChangeNothing() throws Exception {
    JobQueue older = worker("a");
    submit(older, "one");
    Lease old = granted(older);
    Lease current = granted(worker("a"));
    for (LeaseCall call : LeaseCall.values()) {
      assertThatThrownBy(() -> call.on(old)).as("%s", call).isInstanceOf(SupersededException.class);
    }
    current.complete();
    assertThat(older.stats()).isEqualTo(new QueueStats(0, 0, 0, 1));
  }

  /** Also where there was nothing to take over. */
  @Test
  default void aClaimOfNothingSupersedesToo() throws Exception {
    JobQueue older = worker("a");
    assertThat(older.claim(Duration.ZERO)).isInstanceOf(Claim.Drained.class);
    assertThat(worker("a").claim(Duration.ZERO)).isInstanceOf(Claim.Drained.class);
    assertThatThrownBy(() -> older.claim(Duration.ZERO)).isInstanceOf(SupersededException.class);
  }

  /** Being superseded is for ever, even when the younger is gone. */
  @Test
  default void theOlderStaysSupersededWhenTheYoungerCloses() throws Exception {
    JobQueue older = worker("a");
    assertThat(older.claim(Duration.ZERO)).isInstanceOf(Claim.Drained.class);
    JobQueue younger = worker("a");
    assertThat(younger.claim(Duration.ZERO)).isInstanceOf(Claim.Drained.class);
    younger.close();
    assertThatThrownBy(() -> older.claim(Duration.ZERO)).isInstanceOf(SupersededException.class);
  }

  /** Others are none of its business. */
  @Test
  default void anotherIdentitySupersedesNobody() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one");
    Lease lease = granted(a);
    putOff(worker("b"));
    lease.renew();
    lease.complete();
    assertThat(a.claim(Duration.ZERO)).isInstanceOf(Claim.Drained.class);
  }

  /** Two that differ in how they are written are two. */
  @Test
  default void identitiesAreComparedExactly() throws Exception {
    JobQueue a = worker("a:1");
    submit(a, "one");
    Lease lease = granted(a);
    putOff(worker("A:1"));
    putOff(worker("a"));
    lease.complete();
    assertThat(a.stats().completed()).isEqualTo(1);
  }

  /** A closed connection gives nothing back: what it did with the job is not known. */
  @Test
  default void closingLeavesTheLeaseToRunOut() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one");
    granted(a);
    a.close();
    assertThat(putOff(worker("b"))).isPositive();
    assertThat(granted(worker("a")).job().attempts().abandonments()).isEqualTo(1);
  }

  /** Whoever closed has nothing more to ask. */
  @Test
  default void aClosedConnectionRefusesEverything() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one");
    Lease lease = granted(a);
    a.close();
    a.close();
    assertThatThrownBy(() -> submit(a, "two")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> a.claim(Duration.ZERO)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(a::stats).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> a.deadLetters().list(1)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(lease::complete).isInstanceOf(IllegalStateException.class);
  }

  /** A worker can be stopped from another thread. */
  @Test
  default void closingEndsAWaitingClaim() throws Exception {
    JobQueue a = worker("a");
    Background<Claim> claim = waitingClaim(a);
    a.close();
    assertThatThrownBy(claim::result).isInstanceOf(IllegalStateException.class);
  }
}
