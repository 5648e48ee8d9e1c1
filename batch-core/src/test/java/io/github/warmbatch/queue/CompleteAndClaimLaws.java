package io.github.warmbatch.queue;

import static io.github.warmbatch.queue.Claims.granted;
import static io.github.warmbatch.queue.QueueBench.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The laws of {@link JobQueue#completeAndClaim}: a completion and a claim, and nothing else. */
public interface CompleteAndClaimLaws extends QueueBench {

  /** One call, and the worker goes on. */
  @Test
  default void completesTheJobAndGrantsTheNext() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one", "two", "three");
    Lease first = granted(a);
    Lease next = granted(a.completeAndClaim(first));
    assertThat(next.job().payload().text()).isEqualTo("two");
    assertThat(next.job().attempts()).isEqualTo(Attempts.NONE);
    assertThat(next.fencingToken()).isGreaterThan(first.fencingToken());
    assertThat(next.remaining()).isPositive().isLessThanOrEqualTo(LEASE);
    assertThat(first.remaining()).isLessThanOrEqualTo(Duration.ZERO);
    assertThat(a.stats()).isEqualTo(new QueueStats(2, 1, 0, 1));
  }

  /** The lease that it grants is a lease like any other. */
  @Test
  default void theLeaseGrantedWithACompletionCanBeEnded() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one", "two", "three");
    Lease second = granted(a.completeAndClaim(granted(a)));
    second.renew();
    second.release();
    Lease again = granted(a);
    assertThat(again.job().id()).isEqualTo(second.job().id());
    assertThat(again.job().attempts()).isEqualTo(new Attempts(0, 0, 1));
    granted(a.completeAndClaim(again)).complete();
    assertThat(a.stats()).isEqualTo(new QueueStats(0, 0, 0, 3));
  }

  /** The last one is completed, too. */
  @Test
  default void completesTheLastJobAndSaysDrained() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one");
    assertThat(a.completeAndClaim(granted(a))).isInstanceOf(Claim.Drained.class);
    assertThat(a.stats()).isEqualTo(new QueueStats(0, 0, 0, 1));
  }

  /** Others' jobs are no reason to wait for them. */
  @Test
  default void completesTheJobAndSaysWaitWhenOthersHaveTheRest() throws Exception {
    JobQueue a = connect("a", Terms.USUAL.withMaxInFlight(2));
    submit(a, "one", "two");
    Lease first = granted(a);
    granted(connect("b", Terms.USUAL.withMaxInFlight(2)));
    assertThat(a.completeAndClaim(first))
        .isInstanceOfSatisfying(Claim.Wait.class, wait -> assertThat(wait.hint()).isPositive());
    assertThat(a.stats()).isEqualTo(new QueueStats(1, 1, 0, 1));
  }

  /** A job begun before comes before a fresh one, as for any claim. */
  @Test
  default void aJobGivenBackComesBeforeAFreshOne() throws Exception {
    JobQueue a = connect("a", Terms.USUAL.withMaxInFlight(2));
    submit(a, "one", "two", "three");
    Lease first = granted(a);
    Lease second = granted(a);
    second.fail("broken", Duration.ZERO);
    assertThat(granted(a.completeAndClaim(first)).job().id()).isEqualTo(second.job().id());
  }

  /** As a call whose answer was lost is repeated. */
  @ParameterizedTest
  @EnumSource(Repetition.class)
  default void repeatedItCompletesNothingTwiceAndLaysNoSecondLease(Repetition repetition)
      throws Exception {
    JobQueue a = worker("a");
    submit(a, "one", "one", "one");
    Lease first = granted(a);
    Lease next = granted(a.completeAndClaim(first));
    repetition.of(a, first);
    assertThat(a.stats()).isEqualTo(new QueueStats(2, 1, 0, 1));
    next.complete();
    assertThat(a.stats()).isEqualTo(new QueueStats(1, 0, 0, 2));
  }

  /** Of two completions in a row the second is none. */
  @Test
  default void onALeaseCompletedBeforeItOnlyClaims() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one", "two");
    Lease first = granted(a);
    first.complete();
    assertThat(granted(a.completeAndClaim(first)).job().payload().text()).isEqualTo("two");
    assertThat(a.stats()).isEqualTo(new QueueStats(1, 1, 0, 1));
  }

  /** A lease that ended otherwise cannot be completed, and whoever tries gets nothing for it. */
  @ParameterizedTest
  @EnumSource(names = {"RELEASE", "FAIL", "BURY"})
  default void onALeaseThatEndedOtherwiseItChangesNothing(LeaseCall ending) throws Exception {
    JobQueue a = worker("a");
    submit(a, "one", "two");
    Lease lease = granted(a);
    ending.on(lease);
    QueueStats before = a.stats();
    assertThatThrownBy(() -> a.completeAndClaim(lease)).isInstanceOf(LeaseLostException.class);
    assertThat(a.stats()).isEqualTo(before);
  }

  /** Too late is too late, even if nobody else took the job. */
  @Test
  default void onALeaseThatRanOutItChangesNothing() throws Exception {
    JobQueue a = hastyWorker("a");
    submit(a, "one", "two");
    Lease lease = granted(a);
    letLeaseRunOut();
    assertThatThrownBy(() -> a.completeAndClaim(lease)).isInstanceOf(LeaseLostException.class);
    assertThat(a.stats()).isEqualTo(new QueueStats(2, 0, 0, 0));
    assertThat(granted(a).job().attempts()).isEqualTo(new Attempts(0, 1, 0));
  }

  /** The zombie neither completes another's job nor gets one. */
  @Test
  default void onALeaseWhoseJobWasGivenToAnotherItChangesNothing() throws Exception {
    JobQueue a = hastyWorker("a");
    submit(a, "one", "two");
    Lease zombie = granted(a);
    letLeaseRunOut();
    Lease current = granted(hastyWorker("b"));
    assertThatThrownBy(() -> a.completeAndClaim(zombie)).isInstanceOf(LeaseLostException.class);
    current.complete();
    assertThat(a.stats()).isEqualTo(new QueueStats(1, 0, 0, 1));
  }

  /** The older of two processes must stop. */
  @Test
  default void ofTheOlderOfTwoProcessesItChangesNothing() throws Exception {
    JobQueue older = worker("a");
    submit(older, "one", "two");
    Lease old = granted(older);
    Lease current = granted(worker("a"));
    assertThatThrownBy(() -> older.completeAndClaim(old)).isInstanceOf(SupersededException.class);
    assertThat(older.stats()).isEqualTo(new QueueStats(2, 1, 0, 0));
    current.complete();
    assertThat(older.stats()).isEqualTo(new QueueStats(1, 0, 0, 1));
  }

  /** Done is done, and a stopped worker takes no job with it. */
  @Test
  default void interruptedItCompletesTheJobAndHoldsNoLease() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one", "two");
    Lease lease = granted(a);
    Background<Claim> call =
        Background.start(
            () -> {
              Thread.currentThread().interrupt();
              return a.completeAndClaim(lease);
            });
    assertThatThrownBy(call::result).isInstanceOf(InterruptedException.class);
    assertThat(a.stats()).isEqualTo(new QueueStats(1, 0, 0, 1));
    assertThat(granted(a).job().payload().text()).isEqualTo("two");
  }

  /** Whoever closed has nothing more to complete. */
  @Test
  default void aClosedConnectionCompletesAndClaimsNothing() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one", "two");
    Lease lease = granted(a);
    a.close();
    assertThatThrownBy(() -> a.completeAndClaim(lease)).isInstanceOf(IllegalStateException.class);
    assertThat(worker("b").stats()).isEqualTo(new QueueStats(2, 1, 0, 0));
  }

  /** How somebody may repeat a completion with a claim. */
  enum Repetition {
    /** In the same way. */
    COMPLETE_AND_CLAIM,
    /** The completion alone. */
    COMPLETE,
    /** The claim alone. */
    CLAIM;

    private void of(JobQueue queue, Lease completed) throws InterruptedException {
      switch (this) {
        case COMPLETE_AND_CLAIM ->
            assertThat(queue.completeAndClaim(completed)).isInstanceOf(Claim.Wait.class);
        case COMPLETE -> completed.complete();
        case CLAIM -> assertThat(queue.claim(Duration.ZERO)).isInstanceOf(Claim.Wait.class);
      }
    }
  }
}
