package io.github.warmbatch.runner;

import io.github.warmbatch.runner.simulate.DailyFiles;
import io.github.warmbatch.runner.simulate.DailyFormat;
import io.github.warmbatch.runner.simulate.Simulator;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Simulated data on the disk: {@code datasets/training} with a file a day, {@code datasets/testing}
 * with the hold-out. That is the day after the first ones asked for; it stays the hold-out when
 * more days are asked for later, and is never among those to be learned.
 *
 * @param training the daily files in order, relative to the directory
 * @param holdOut the hold-out, relative to the directory
 */
record Simulated(List<String> training, String holdOut) {
  private static final LocalDate FIRST_DAY = LocalDate.of(2018, 4, 1);
  private static final String TRAINING = "datasets/training";
  private static final String TESTING = "datasets/testing";

  Simulated {
    training = List.copyOf(training);
  }

  /** Writes what is not there yet. */
  static Simulated write(Path directory, int days, long seed) {
    try {
      return write(directory, days, Simulator.builder().firstDay(FIRST_DAY).seed(seed).build());
    } catch (FileAlreadyExistsException e) {
      throw new UsageException("%s %s".formatted(e.getFile(), e.getReason()), e);
    } catch (IOException e) {
      throw new UsageException(
          "The simulated days cannot be written (%s): give another directory, or room on the disk"
              .formatted(e.getMessage()),
          e);
    }
  }

  private static Simulated write(Path directory, int days, Simulator simulator) throws IOException {
    Path testing = directory.resolve(TESTING);
    int heldOut = heldOut(testing).orElse(days);
    DailyFiles files = DailyFiles.in(directory.resolve(TRAINING), DailyFormat.CSV);
    List<Path> training = new ArrayList<>();
    for (int index = 0; training.size() < days; index++) {
      if (index != heldOut) {
        training.add(files.write(simulator.day(index)));
      }
    }
    Path holdOut = DailyFiles.in(testing, DailyFormat.CSV).write(simulator.day(heldOut));
    return new Simulated(
        training.stream().map(file -> TRAINING + "/" + file.getFileName()).toList(),
        TESTING + "/" + holdOut.getFileName());
  }

  /** The day that an earlier call held out. */
  private static OptionalInt heldOut(Path testing) throws IOException {
    if (!Files.isDirectory(testing)) {
      return OptionalInt.empty();
    }
    try (Stream<Path> files = Files.list(testing)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(DailyFormat.CSV.ending()) && !name.startsWith("."))
          .flatMapToInt(name -> day(name).stream())
          .min();
    }
  }

  private static OptionalInt day(String fileName) {
    String date = fileName.substring(0, fileName.length() - DailyFormat.CSV.ending().length());
    try {
      int day = (int) ChronoUnit.DAYS.between(FIRST_DAY, LocalDate.parse(date));
      return day < 0 ? OptionalInt.empty() : OptionalInt.of(day);
    } catch (DateTimeParseException e) {
      return OptionalInt.empty();
    }
  }
}
