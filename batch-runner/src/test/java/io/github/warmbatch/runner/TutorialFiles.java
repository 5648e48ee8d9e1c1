package io.github.warmbatch.runner;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Small pandas files in the form of the tutorial's, laid out as the tutorial lays them out. */
public final class TutorialFiles {
  private TutorialFiles() {}

  /**
   * Writes two training days and the hold-out below a data root.
   *
   * @return the training days' paths, relative to the root
   */
  public static List<String> layOut(Path root) {
    String training = "datasets/training/";
    List<String> days = List.of(training + "2018-04-01.pkl", training + "2018-04-02.pkl");
    days.forEach(day -> copy(root.resolve(day)));
    copy(root.resolve("datasets/testing/test_dataset.pkl"));
    return days;
  }

  private static void copy(Path target) {
    String resource = "tutorial/" + target.getFileName();
    try (InputStream in = TutorialFiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new AssertionError(resource + " is not among the test's resources");
      }
      Files.createDirectories(target.getParent());
      Files.copy(in, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
