package io.github.warmbatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.Draft;
import io.github.warmbatch.checkpoint.FileCheckpointStore;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.training.Predictions;
import io.github.warmbatch.training.TrainerOption;
import io.github.warmbatch.training.TrainerProvider;
import io.github.warmbatch.training.Trainers;
import io.github.warmbatch.training.WarmStartTrainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoint N predicts its rows' own class with the probability that the N-th data set says. */
class LiveModelTest {
  private static final Trainers TRAINERS = Trainers.of(List.of(new ScriptedTrainer.Provider()));
  private static final int SECONDS = 60;

  @TempDir private Path directory;

  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final List<LiveModel> opened = new ArrayList<>();
  private WorkerRig rig;
  private int written;

  @BeforeEach
  void setUp() {
    rig = new WorkerRig(directory);
  }

  @AfterEach
  void close() {
    opened.forEach(LiveModel::close);
  }

  @Test
  void theChampionPredicts() {
    learn(60, 70);

    LiveModel live = start();

    assertThat(live.current()).map(Champion::number).contains(2L);
    assertThat(live.trouble()).isEmpty();
    Prediction prediction = champion(live).model().predict(Map.of("amount", 1, "day", 1));
    assertThat(prediction)
        .isEqualTo(new Prediction("1", 0.7, new TreeMap<>(Map.of("0", 1 - 0.7, "1", 0.7))));
  }

  @Test
  void aNewChampionTakesThePlaceOfTheOldOne() {
    learn(60);
    LiveModel live = start();
    Champion before = champion(live);

    learn(70);

    assertThat(champion(live)).isSameAs(before);
    assertThat(live.refresh()).isTrue();
    assertThat(live.refresh()).isFalse();
    assertThat(champion(live).number()).isEqualTo(2);
    assertThat(score(before)).isEqualTo(0.6);
    assertThat(told).containsExactly("swapped 1", "swapped 2");
  }

  @Test
  void anOlderOneThatIsPromotedIsFollowed() {
    learn(60, 70);
    LiveModel live = start();

    rig.store().promote(1, "number 2 misbehaves");
    live.refresh();

    assertThat(score(champion(live))).isEqualTo(0.6);
  }

  @Test
  void aLineageThatGoesBackIsFollowed() {
    learn(60, 70);
    LiveModel live = start();

    Lineage lineage = rig.lineage();
    Decision.BackTo back = lineage.backTo(1, Decision.Disposition.SKIP, "by hand");
    rig.store().commit(new Draft(2, 1, back, null, "test"));
    live.refresh();

    assertThat(champion(live).number()).isEqualTo(1);
  }

  @Test
  void aDirectoryWithoutALineageIsWaitedForAndSaidOnce() {
    LiveModel live = start();
    live.refresh();

    assertThat(live.current()).isEmpty();
    assertThat(live.trouble()).hasValueSatisfying(why -> assertThat(why).contains("output"));
    assertThat(told).hasSize(1);

    learn(60);
    live.refresh();
    assertThat(score(champion(live))).isEqualTo(0.6);
    assertThat(live.trouble()).isEmpty();
  }

  @Test
  void aLineageThatHasLearnedNothingYetIsWaitedFor() {
    rig.store().prepare();

    LiveModel live = start();

    assertThat(live.current()).isEmpty();
    assertThat(live.trouble())
        .hasValueSatisfying(why -> assertThat(why).contains("no checkpoint").contains("output"));
  }

  @Test
  void aDamagedChampionIsRefusedOnceAndTheOneBeforeStays() throws IOException {
    learn(60);
    LiveModel live = start();
    learn(70);
    byte[] whole = Files.readAllBytes(state(2));
    byte[] flipped = whole.clone();
    flipped[whole.length - 40] ^= 1;
    Files.write(state(2), flipped);

    assertThat(live.refresh()).isFalse();
    assertThat(live.refresh()).isFalse();

    assertThat(score(champion(live))).isEqualTo(0.6);
    assertThat(told).hasSize(2);
    assertThat(told.get(1)).startsWith("refused").contains(state(2).toString());

    Files.write(state(2), whole);
    assertThat(live.refresh()).isTrue();
    assertThat(score(champion(live))).isEqualTo(0.7);
    assertThat(live.trouble()).isEmpty();
  }

  @Test
  void aStateThatIsCutShortAnywhereIsNeverServed() throws IOException {
    learn(60);
    LiveModel live = start();
    learn(70);
    byte[] whole = Files.readAllBytes(state(2));

    for (int length = 0; length < whole.length; length += 7) {
      Files.write(state(2), Arrays.copyOf(whole, length));
      assertThat(live.refresh()).isFalse();
    }

    assertThat(champion(live).number()).isEqualTo(1);
  }

  @Test
  void aNewerChampionIsServedPastADamagedOne() throws IOException {
    learn(60);
    LiveModel live = start();
    learn(70);
    Files.write(state(2), new byte[0]);
    live.refresh();

    // The worker goes back from the damaged state, and learns that day again.
    learn(80);
    live.refresh();

    assertThat(score(champion(live))).isEqualTo(0.8);
    assertThat(live.trouble()).isEmpty();
  }

  @Test
  void whatVanishesWhileItIsReadGivesWayToTheNewerOne() {
    learn(60, 70);
    AtomicBoolean first = new AtomicBoolean(true);
    LiveModel live =
        start(
            () -> {
              if (first.compareAndSet(true, false)) {
                learn(80);
                throw new IllegalArgumentException("gone while it was being read");
              }
            });

    assertThat(score(champion(live))).isEqualTo(0.8);
    assertThat(told).containsExactly("swapped 3");
  }

  @Test
  void aStateThatRetentionRemovedIsRefusedAndTheOneBeforeStays() throws IOException {
    learn(60);
    LiveModel live = start();
    learn(70);
    Files.delete(state(2));

    assertThat(live.refresh()).isFalse();

    assertThat(score(champion(live))).isEqualTo(0.6);
    assertThat(live.trouble()).hasValueSatisfying(why -> assertThat(why).contains("pruned"));
  }

  @Test
  void aTrainerThatIsNotAtHandIsNamed() {
    learn(60);

    LiveModel live = keep(follow().trainers(Trainers.of(List.of())).byHand().start());

    assertThat(live.current()).isEmpty();
    assertThat(live.trouble())
        .hasValueSatisfying(why -> assertThat(why).contains("There is no trainer 'scripted'"));
  }

  @Test
  void aTrainerThatFailsWithoutATypeIsRefusedToo() {
    learn(60);

    LiveModel live =
        start(
            () -> {
              throw new NoClassDefFoundError("org/example/Missing");
            });

    assertThat(live.current()).isEmpty();
    assertThat(live.trouble())
        .hasValueSatisfying(why -> assertThat(why).contains("org/example/Missing"));
  }

  @Test
  void whileItSwapsEachScoreComesWhollyFromOneCheckpoint() throws Exception {
    int swaps = 8;
    learn(50);
    LiveModel live = start();
    DataSet rows = DataSet.ofRows(Collections.nCopies(50, Map.of("amount", 1, "day", 1)));
    AtomicBoolean over = new AtomicBoolean();
    CountDownLatch scoring = new CountDownLatch(2);
    ExecutorService scorers = Executors.newFixedThreadPool(2);
    try {
      List<Future<Long>> seen =
          IntStream.range(0, 2)
              .mapToObj(i -> scorers.submit(() -> scoreUntil(over, live, rows, scoring)))
              .toList();
      scoring.await();
      for (int i = 1; i <= swaps; i++) {
        learn(50 + i);
        live.refresh();
      }
      over.set(true);
      for (Future<Long> each : seen) {
        assertThat(each.get(SECONDS, TimeUnit.SECONDS)).isPositive();
      }
    } finally {
      scorers.shutdownNow();
    }
    assertThat(told).hasSize(swaps + 1);
  }

  private static long scoreUntil(
      AtomicBoolean over, LiveModel live, DataSet rows, CountDownLatch scoring) {
    long last = 0;
    do {
      Champion champion = live.current().orElseThrow();
      Predictions predictions = champion.model().predict(rows);
      double expected = (49.0 + champion.number()) / 100;
      assertThat(IntStream.range(0, 50).mapToDouble(row -> predictions.probability(row, 1)))
          .containsOnly(expected);
      assertThat(champion.number()).isGreaterThanOrEqualTo(last);
      last = champion.number();
      scoring.countDown();
    } while (!over.get());
    return last;
  }

  @Test
  void followsByItselfAndGetsOverWhatItRefused() throws Exception {
    learn(60);
    byte[] whole = Files.readAllBytes(state(1));
    Files.write(state(1), new byte[1]);
    CompletableFuture<String> refused = new CompletableFuture<>();
    CompletableFuture<Champion> swapped = new CompletableFuture<>();
    LiveModelListener listener =
        new LiveModelListener() {
          @Override
          public void swapped(Champion champion) {
            swapped.complete(champion);
            throw new IllegalStateException("a listener that fails");
          }

          @Override
          public void refused(String reason) {
            refused.complete(reason);
          }
        };

    LiveModel live = keep(follow().every(Duration.ofMillis(5)).listener(listener).start());
    assertThat(await(refused)).contains(state(1).toString());
    replace(state(1), whole);

    assertThat(await(swapped).number()).isEqualTo(1);
    assertThat(live.current()).isPresent();
  }

  @Test
  void onceClosedItRefusesAndLeavesNoThreadAndNoFileOpen() throws Exception {
    learn(60);
    LiveModel live = follow().every(Duration.ofMillis(1)).start();
    Champion champion = champion(live);
    assertThat(threads()).isNotEmpty();

    live.close();
    live.close();

    assertThatThrownBy(live::current)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(live::refresh).isInstanceOf(IllegalStateException.class);
    assertThat(score(champion)).isEqualTo(0.6);
    assertThat(threads()).isEmpty();
    assertThat(openFiles()).isEmpty();
  }

  @Test
  void byHandItHasNoThread() {
    learn(60);

    start();

    assertThat(threads()).isEmpty();
  }

  @Test
  void itIsClosedByItsOwnListenerWithoutWaitingForItself() throws Exception {
    CompletableFuture<String> closed = new CompletableFuture<>();
    CompletableFuture<LiveModel> started = new CompletableFuture<>();
    LiveModelListener closing =
        new LiveModelListener() {
          @Override
          public void swapped(Champion champion) {
            started.join().close();
            closed.complete(Thread.currentThread().getName());
          }
        };
    started.complete(keep(follow().every(Duration.ofMillis(5)).listener(closing).start()));

    learn(60);

    assertThat(await(closed)).startsWith("warmbatch-live-model");
  }

  @Test
  void nothingIsEverWrittenIntoTheDirectory() throws IOException {
    learn(60, 70);
    Map<String, Long> before = files();
    LiveModel live = start();
    Files.write(state(2), new byte[1]);
    Map<String, Long> damaged = files();
    live.refresh();

    assertThat(damaged.keySet()).isEqualTo(before.keySet());
    assertThat(files()).isEqualTo(damaged);
  }

  @Test
  void aPauseThatIsNotPositiveIsRefused() {
    assertThatThrownBy(() -> follow().every(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("every");
  }

  private LiveModelBuilder follow() {
    return LiveModel.follow(directory.resolve("output")).trainers(TRAINERS);
  }

  private LiveModel start() {
    return start(() -> {});
  }

  /** Follows by hand, with something that happens whenever a state is read. */
  private LiveModel start(Runnable whileReading) {
    Trainers trainers = Trainers.of(List.of(new Interrupting(whileReading)));
    return keep(follow().trainers(trainers).byHand().listener(new Recorder()).start());
  }

  private LiveModel keep(LiveModel live) {
    opened.add(live);
    return live;
  }

  /** Lets a worker learn data sets that make the model so good. */
  private void learn(int... goodness) {
    for (int each : goodness) {
      written++;
      rig.push(rig.writeRows("d/%d.csv".formatted(written), each + ",0,0\n" + written + ",1,1\n"));
    }
    rig.run(rig.worker(new ScriptedTrainer()));
  }

  private static Champion champion(LiveModel live) {
    return live.current().orElseThrow();
  }

  private static double score(Champion champion) {
    return champion.model().predict(Map.of("amount", 1, "day", 1)).score();
  }

  private Path state(long number) {
    return FileCheckpointStore.in(directory.resolve("output"))
        .stateFile(rig.lineage().find(number).orElseThrow());
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Path other = file.resolveSibling("other");
    Files.write(other, content);
    Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static <T> T await(CompletableFuture<T> future)
      throws ExecutionException, InterruptedException, TimeoutException {
    return future.get(SECONDS, TimeUnit.SECONDS);
  }

  private static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("warmbatch-live-model"))
        .toList();
  }

  private List<String> openFiles() throws IOException {
    Path descriptors = Path.of("/proc/self/fd");
    Assumptions.assumeTrue(Files.isDirectory(descriptors), "no /proc/self/fd on this system");
    List<String> open = new ArrayList<>();
    try (Stream<Path> all = Files.list(descriptors)) {
      for (Path each : all.toList()) {
        String target = target(each);
        if (target.startsWith(directory.toString())) {
          open.add(target);
        }
      }
    }
    return open;
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return "closed meanwhile";
    }
  }

  private Map<String, Long> files() throws IOException {
    Map<String, Long> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory.resolve("output"))) {
      all.forEach(file -> files.put(file.toString(), modified(file)));
    }
    return files;
  }

  private static long modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Recorder implements LiveModelListener {
    @Override
    public void swapped(Champion champion) {
      told.add("swapped " + champion.number());
    }

    @Override
    public void refused(String reason) {
      told.add("refused " + reason);
    }
  }

  /** Is asked for its trainer while a state is being read. */
  private record Interrupting(Runnable whileReading) implements TrainerProvider {
    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public String description() {
      return "does something else first";
    }

    @Override
    public List<TrainerOption> options() {
      return List.of();
    }

    @Override
    public WarmStartTrainer<?> create(Map<String, String> options) {
      whileReading.run();
      return new ScriptedTrainer();
    }
  }
}
