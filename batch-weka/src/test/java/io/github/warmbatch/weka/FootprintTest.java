package io.github.warmbatch.weka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.training.SampleRows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Weka's package manager would leave in a home directory, and that it is never started. */
class FootprintTest {

  @Test
  void neitherStartsThePackageManagerNorWritesToTheHomeDirectory(@TempDir Path directory)
      throws Exception {
    Path home = Files.createDirectory(directory.resolve("home"));
    Path log = directory.resolve("classes.log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + home,
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                FootprintTest.class.getName())
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("out").toFile())
            .start();

    int code = process.waitFor();
    assertThat(directory.resolve("out")).isEmptyFile();
    assertThat(code).isZero();
    try (Stream<String> loaded = Files.lines(log)) {
      List<String> weka = loaded.filter(line -> line.contains(" weka.")).toList();
      assertThat(weka)
          .anyMatch(line -> line.contains("weka.classifiers.trees.HoeffdingTree "))
          .anyMatch(line -> line.contains("weka.classifiers.bayes.NaiveBayesUpdateable "))
          .anyMatch(line -> line.contains("weka.classifiers.functions.SGD "))
          .noneMatch(line -> line.contains("PackageManager"))
          .noneMatch(line -> line.contains("weka.core.Capabilities "));
    }
    try (Stream<Path> left = Files.list(home)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void startsThePackageManagerForClassifiersByNameInADirectoryThatIsGoneAfterwards(
      @TempDir Path directory) throws Exception {
    Path home = Files.createDirectory(directory.resolve("home"));
    Path temporary = Files.createDirectory(directory.resolve("tmp"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Duser.home=" + home,
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                FootprintTest.class.getName(),
                "by name")
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("out").toFile())
            .start();

    int code = process.waitFor();
    assertThat(directory.resolve("out")).isEmptyFile();
    assertThat(code).isZero();
    assertThat(home).isEmptyDirectory();
    assertThat(temporary).isEmptyDirectory();
  }

  /** Each trainer from nothing to a prediction, through a state. */
  public static void main(String[] args) throws IOException {
    Stream<WekaTrainer> trainers =
        args.length == 0 ? WekaTrainerTest.ownFormats() : WekaTrainerTest.byName();
    for (WekaTrainer trainer : trainers.toList()) {
      WekaState state = trainer.initial(SampleRows.spec(trainer));
      WekaState learned = trainer.train(state, SampleRows.of(500, 1).batch());
      ByteArrayOutputStream saved = new ByteArrayOutputStream();
      trainer.codec().write(learned, saved);
      WekaState read =
          trainer.codec().read(new ByteArrayInputStream(saved.toByteArray()), learned.spec());
      trainer.predictor(read).predict(SampleRows.of(500, 2).features());
    }
  }
}
