package io.github.warmbatch.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Two processes that commit to one lineage as fast as they can. */
final class RivalProcesses {
  private static final int LAST = 40;

  private RivalProcesses() {}

  /** Has each number won by one of them, and looks whether nothing of the losers stays. */
  static void race(Path directory) throws Exception {
    List<Process> rivals = List.of(start(directory, 1000), start(directory, 2000));
    int committed = 0;
    for (Process rival : rivals) {
      String output = new String(rival.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(rival.waitFor()).as(output).isZero();
      committed += Integer.parseInt(output.strip()) % 1000;
    }
    CheckpointStore store = FileCheckpointStore.readOnly(directory);
    assertThat(store.lineage().head()).isEqualTo(committed).isEqualTo(LAST);
    assertThat(store.verify())
        .extracting(Verification::status)
        .containsOnly(Verification.Status.OK);
    Set<String> names = new HashSet<>();
    store
        .lineage()
        .history()
        .forEach(
            manifest -> {
              names.add(FileNames.record(manifest.number()));
              names.add(FileNames.state(manifest.number(), manifest.attempt()));
            });
    assertThat(new LocalFiles().list(directory.resolve("lineage")))
        .containsExactlyInAnyOrderElementsOf(names);
  }

  private static Process start(Path directory, int firstDay) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(RivalProcess.class.getName());
    command.addAll(List.of(directory.toString(), "" + firstDay, "" + LAST));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
