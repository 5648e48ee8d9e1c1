package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.Champion;
import io.github.warmbatch.LiveModel;
import io.github.warmbatch.LiveModelListener;
import io.github.warmbatch.dataset.DatasetFile;
import io.github.warmbatch.dataset.DatasetReaders;
import io.github.warmbatch.training.Predictions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker in one process, what it learns in use in another. */
class LiveModelIT {
  private static final String HOLD_OUT = "datasets/testing/hold-out.csv";
  private static final int SECONDS = 90;

  @TempDir private Path root;

  private final BlockingQueue<Champion> swaps = new LinkedBlockingQueue<>();

  @Test
  void whatAnotherProcessLearnsIsServedAndScoresAsItDoesThere() throws Exception {
    try (WorkerBench bench = new WorkerBench(root, 2);
        LiveModel live = follow()) {
      assertThat(live.current()).isEmpty();
      // With any loss within the gate's tolerance the newest is the champion.
      RunnerProcess worker = bench.start("--wait", "--gate-tolerance", "1");
      try {
        for (int day = 0; day < 2; day++) {
          bench.push(bench.paths().subList(day, day + 1));
          Champion champion = swaps.poll(SECONDS, TimeUnit.SECONDS);

          assertThat(champion).isNotNull().extracting(Champion::number).isEqualTo(day + 1L);
          assertThat(live.current()).contains(champion);
          assertThat(scores(champion)).isEqualTo(bench.predictions());
        }
      } finally {
        worker.kill();
      }
    }
  }

  private LiveModel follow() {
    return LiveModel.follow(root.resolve("output"))
        .every(Duration.ofMillis(20))
        .listener(
            new LiveModelListener() {
              @Override
              public void swapped(Champion champion) {
                swaps.add(champion);
              }
            })
        .start();
  }

  private List<String> scores(Champion champion) throws IOException {
    byte[] content = Files.readAllBytes(root.resolve(HOLD_OUT));
    Predictions predictions =
        champion
            .model()
            .predict(DatasetReaders.installed().read(new DatasetFile(HOLD_OUT, content)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PredictionCsv(predictions, champion.model().model().spec()).writeTo(out);
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
