package io.github.warmbatch.simulation;

import java.nio.file.Path;
import java.util.concurrent.Executor;

/** What schedules that are run one after another share, since making it anew takes time. */
record Stage(DataFiles files, Executor threads, Undisturbed undisturbed) {
  static Stage in(Path directory, Executor threads) {
    return new Stage(new DataFiles(directory), threads, new Undisturbed());
  }
}
