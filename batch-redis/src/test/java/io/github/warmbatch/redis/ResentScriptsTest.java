package io.github.warmbatch.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.queue.QueueStats;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Each script as a client may send it: twice, late, or after everybody gave up on it. */
class ResentScriptsTest extends RedisTest {
  private static final long LEASE = Duration.ofSeconds(30).toNanos() / 1_000;

  private final ScriptRunner scripts =
      new ScriptRunner(
          redis.client(), QueueKeys.of(NAME), new RedisFailures("the test's server", NAME));

  @Test
  void aClaimSentTwiceIsOneLeaseAndOneAttempt() {
    redis.push(NAME, "one", "two");
    Identity me = new Identity("a", 1, 1);
    ScriptReply first = claim(me, 1, "token");
    ScriptReply second = claim(me, 1, "token");
    assertThat(first.word()).isEqualTo("granted");
    assertThat(second.word()).isEqualTo("granted");
    assertThat(second.text(1)).isEqualTo(first.text(1));
    assertThat(second.text(2)).isEqualTo("one");
    assertThat(attempts(second)).isEqualTo("0 0 0");
    assertThat(second.number(6)).isEqualTo(first.number(6));
    assertThat(stats().inFlight()).isEqualTo(1);
  }

  @Test
  void aClaimAnsweredWithDrainedIsAskedAnew() {
    Identity me = new Identity("a", 1, 1);
    assertThat(claim(me, 1, "token").word()).isEqualTo("drained");
    redis.push(NAME, "one");
    assertThat(claim(me, 1, "token").word()).isEqualTo("granted");
  }

  @Test
  void aLateCopyOfAnEndedClaimGetsNothing() {
    redis.push(NAME, "one", "two");
    Identity me = new Identity("a", 1, 1);
    ScriptReply lease = claim(me, 1, "token");
    end(Script.RELEASE, me, lease.text(1), "token");
    assertThat(claim(me, 1, "token").word()).isEqualTo("stale");
    assertThat(stats().inFlight()).isZero();
  }

  @Test
  void aLateCopyOfAWithdrawnClaimGetsNothing() {
    redis.push(NAME, "one");
    Identity me = new Identity("a", 1, 1);
    withdraw(me, 1, "token");
    assertThat(claim(me, 1, "token").word()).isEqualTo("stale");
    assertThat(claim(me, 2, "other").word()).isEqualTo("granted");
  }

  @Test
  void aWithdrawnClaimGivesItsLeaseBack() {
    redis.push(NAME, "one");
    Identity me = new Identity("a", 1, 1);
    claim(me, 1, "token");
    withdraw(me, 1, "token");
    withdraw(me, 1, "token");
    assertThat(stats().inFlight()).isZero();
    assertThat(attempts(claim(new Identity("b", 1, 1), 1, "other"))).isEqualTo("0 0 1");
  }

  @Test
  void endingsSentTwiceTakeEffectOnce() {
    redis.push(NAME, "same", "same", "same", "same");
    Identity me = new Identity("a", 1, 1);
    endTwice(Script.RELEASE, me, 1);
    endTwice(Script.FAIL, me, 2, "broken", 0);
    endTwice(Script.COMPLETE, me, 3);
    assertThat(stats()).isEqualTo(new QueueStats(3, 0, 0, 1));
    endTwice(Script.BURY, me, 4, "no use", 10);
    assertThat(stats()).isEqualTo(new QueueStats(2, 0, 1, 1));
  }

  @Test
  void aFailureSentTwiceCountsOnceAlsoAfterTheNextClaim() {
    redis.push(NAME, "one");
    Identity me = new Identity("a", 1, 1);
    String id = claim(me, 1, "first").text(1);
    end(Script.FAIL, me, id, "first", "broken", 0);
    claim(me, 2, "second");
    assertThat(end(Script.FAIL, me, id, "first", "broken", 0).word()).isEqualTo("done");
    end(Script.RELEASE, me, id, "second");
    assertThat(attempts(claim(me, 3, "third"))).isEqualTo("1 0 1");
  }

  @Test
  void aCompletionWithAClaimSentTwiceIsOneCompletionAndOneLease() {
    redis.push(NAME, "same", "same", "same");
    Identity me = new Identity("a", 1, 1);
    String id = claim(me, 1, "first").text(1);
    ScriptReply once = completeAndClaim(me, id, "first", 2, "second");
    ScriptReply twice = completeAndClaim(me, id, "first", 2, "second");
    assertThat(once.word()).isEqualTo("granted");
    assertThat(twice.word()).isEqualTo("granted");
    assertThat(twice.text(1)).isEqualTo(once.text(1)).isNotEqualTo(id);
    assertThat(twice.number(6)).isEqualTo(once.number(6));
    assertThat(attempts(twice)).isEqualTo("0 0 0");
    assertThat(stats()).isEqualTo(new QueueStats(2, 1, 0, 1));
  }

  @Test
  void aLateCopyOfACompletionWithAClaimLaysNoLease() {
    redis.push(NAME, "one", "two", "three");
    Identity me = new Identity("a", 1, 1);
    String id = claim(me, 1, "first").text(1);
    ScriptReply next = completeAndClaim(me, id, "first", 2, "second");
    end(Script.COMPLETE, me, next.text(1), "second");
    assertThat(completeAndClaim(me, id, "first", 2, "second").word()).isEqualTo("stale");
    assertThat(stats()).isEqualTo(new QueueStats(1, 0, 0, 2));
  }

  @Test
  void aWithdrawnCompletionWithAClaimThatArrivesLateOnlyCompletes() {
    redis.push(NAME, "one", "two");
    Identity me = new Identity("a", 1, 1);
    String id = claim(me, 1, "first").text(1);
    withdraw(me, 2, "second");
    assertThat(completeAndClaim(me, id, "first", 2, "second").word()).isEqualTo("stale");
    assertThat(stats()).isEqualTo(new QueueStats(1, 0, 0, 1));
  }

  @Test
  void aRequestLeftOpenByACompletionFindsItsLeaseByAClaim() {
    redis.push(NAME, "one", "two");
    Identity me = new Identity("a", 1, 1);
    String id = claim(me, 1, "first").text(1);
    ScriptReply unheard = completeAndClaim(me, id, "first", 2, "second");
    ScriptReply found = claim(me, 2, "second");
    assertThat(found.text(1)).isEqualTo(unheard.text(1));
    assertThat(found.number(6)).isEqualTo(unheard.number(6));
    assertThat(attempts(found)).isEqualTo("0 0 0");
  }

  @Test
  void whoMayNotCompleteGetsNoLease() {
    redis.push(NAME, "one", "two");
    Identity me = new Identity("a", 1, 1);
    String id = claim(me, 1, "first").text(1);
    end(Script.RELEASE, me, id, "first");
    assertThat(completeAndClaim(me, id, "first", 2, "second").word()).isEqualTo("lost");
    assertThat(stats()).isEqualTo(new QueueStats(2, 0, 0, 0));
  }

  @Test
  void aCopyThatArrivesAfterTheHistoryWasLostLaysNoLease() {
    redis.push(NAME, "one", "two", "three");
    Identity me = new Identity("a", 1, 1);
    String id = claim(me, 1, "first").text(1);
    completeAndClaim(me, id, "first", 2, "second");
    redis.command("DEL {datasets}:history");
    assertThat(completeAndClaim(me, id, "first", 2, "second").word()).isEqualTo("lost");
    assertThat(stats()).isEqualTo(new QueueStats(2, 1, 0, 1));
  }

  @Test
  void whatIsSentTwiceIsSubmittedAndRequeuedOnce() {
    scripts.run(Script.SUBMIT, "call", "one", "two");
    scripts.run(Script.SUBMIT, "call", "one", "two");
    assertThat(redis.entries(NAME)).containsExactly("one", "two");
    Identity me = new Identity("a", 1, 1);
    String id = claim(me, 1, "token").text(1);
    end(Script.BURY, me, id, "token", "no use", 10);
    scripts.run(Script.REQUEUE_DEAD, "other call", id, "R");
    assertThat(scripts.run(Script.REQUEUE_DEAD, "other call", id, "R").word()).isEqualTo("done");
    assertThat(redis.entries(NAME)).containsExactly("two", "one");
  }

  @Test
  void restartedCounterGetsNoOldToken() {
    redis.push(NAME, "one");
    ScriptReply before = claim(new Identity("a", 1, 1), 1, "old");
    ScriptReply after = claim(new Identity("a", 2, 1), 1, "new");
    assertThat(after.text(1)).isEqualTo(before.text(1));
    assertThat(attempts(after)).isEqualTo("0 1 0");
    assertThat(end(Script.RENEW, new Identity("a", 2, 1), before.text(1), "old", LEASE).word())
        .isEqualTo("lost");
    assertThat(end(Script.COMPLETE, new Identity("a", 2, 1), before.text(1), "new").word())
        .isEqualTo("done");
  }

  @Test
  void equalSessionsGetDifferentTokens() {
    redis.push(NAME, "one");
    Identity first = new Identity("a", 1, 1);
    Identity second = new Identity("a", 1, 2);
    String id = claim(first, 1, "one's own").text(1);
    assertThat(claim(second, 1, "another's").text(1)).isEqualTo(id);
    assertThat(end(Script.RENEW, first, id, "one's own", LEASE).word()).isEqualTo("superseded");
    assertThat(end(Script.RENEW, second, id, "another's", LEASE).word()).isEqualTo("done");
  }

  @Test
  void twoProcessesOneIdentity() {
    redis.push(NAME, "one", "two");
    Identity older = new Identity("a", 1, 9);
    Identity younger = new Identity("a", 2, 1);
    claim(older, 1, "old");
    assertThat(claim(younger, 1, "new").word()).isEqualTo("granted");
    assertThat(claim(older, 2, "old again").word()).isEqualTo("superseded");
    assertThat(claim(younger, 1, "new").word()).isEqualTo("granted");
  }

  @Test
  void theOlderIsKnownByTheYoungersJobWhenTheWorkersAreForgotten() {
    redis.push(NAME, "one");
    Identity older = new Identity("a", 1, 1);
    claim(older, 1, "old");
    claim(new Identity("a", 2, 1), 1, "new");
    redis.command("DEL {datasets}:workers");
    assertThat(claim(older, 2, "old again").word()).isEqualTo("superseded");
  }

  @Test
  void anIdProposedOnceNeverNamesTwoEntries() {
    redis.push(NAME, "one", "two");
    Identity me = new Identity("a", 1, 1);
    String id = claim(me, 1, "token").text(1);
    end(Script.COMPLETE, me, id, "token");
    redis.command("DEL {datasets}:workers {datasets}:begun {datasets}:history");
    ScriptReply copy = claim(me, 1, "token");
    assertThat(copy.text(2)).isEqualTo("two");
    assertThat(copy.text(1)).isNotEqualTo(id);
  }

  @Test
  void aClockSetBackMakesNoNewProcessOld() {
    redis.push(NAME, "one");
    long later = Identity.begin("a", scripts).started() + Duration.ofHours(1).toNanos() / 1_000;
    claim(new Identity("a", later, 1), 1, "token");
    assertThat(Identity.begin("a", scripts).started()).isEqualTo(later + 1);
  }

  @Test
  void scriptFlushIsHarmless() {
    redis.push(NAME, "one");
    Identity me = new Identity("a", 1, 1);
    String id = claim(me, 1, "token").text(1);
    redis.command("SCRIPT FLUSH");
    assertThat(end(Script.COMPLETE, me, id, "token").word()).isEqualTo("done");
  }

  private void endTwice(Script ending, Identity me, int request, Object... more) {
    String token = "token" + request;
    String id = claim(me, request, token).text(1);
    assertThat(end(ending, me, id, token, more).word()).isEqualTo("done");
    assertThat(end(ending, me, id, token, more).word()).isEqualTo("done");
  }

  private ScriptReply claim(Identity me, long request, String token) {
    return signed(Script.CLAIM, me, request, token, "proposed by " + token, LEASE, 1, "L");
  }

  private ScriptReply completeAndClaim(
      Identity me, String id, String token, long request, String next) {
    String proposed = "proposed by " + next;
    return end(Script.COMPLETE_AND_CLAIM, me, id, token, request, next, proposed, LEASE, 1, "L");
  }

  private void withdraw(Identity me, long request, String token) {
    assertThat(signed(Script.WITHDRAW, me, request, token).word()).isEqualTo("done");
  }

  private ScriptReply end(Script ending, Identity me, String id, String token, Object... more) {
    Object[] arguments = new Object[more.length + 2];
    arguments[0] = id;
    arguments[1] = token;
    System.arraycopy(more, 0, arguments, 2, more.length);
    return signed(ending, me, arguments);
  }

  private ScriptReply signed(Script script, Identity me, Object... arguments) {
    return new Connection(NAME, scripts, me, Duration.ofSeconds(30)).run(script, arguments);
  }

  private QueueStats stats() {
    ScriptReply reply = scripts.run(Script.STATS);
    return new QueueStats(reply.number(0), reply.number(1), reply.number(2), reply.number(3));
  }

  private static String attempts(ScriptReply granted) {
    return granted.text(3) + " " + granted.text(4) + " " + granted.text(5);
  }
}
