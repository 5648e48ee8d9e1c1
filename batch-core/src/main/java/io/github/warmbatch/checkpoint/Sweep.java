package io.github.warmbatch.checkpoint;

import io.github.warmbatch.checkpoint.FileNames.Attempted;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what is proven to be of no use: states of a number whose manifest names another attempt,
 * records that were to have a number that is taken, and states that retention gave up. Age proves
 * nothing, for a writer may have slept; and a name that this library does not give is never
 * touched.
 */
final class Sweep {
  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

  private final FileOperations files;
  private final OutputDirectory output;

  Sweep(FileOperations files, OutputDirectory output) {
    this.files = files;
    this.output = output;
  }

  /** Removes it; what cannot be removed stays, and does no harm. */
  void run(Lineage lineage, Marks marks) {
    sweep(output.lineage(), file -> isGarbage(file, lineage, marks));
    sweep(output.promotions(), file -> !file.isState() && file.number() <= marks.sequence());
  }

  private static boolean isGarbage(Attempted file, Lineage lineage, Marks marks) {
    if (file.number() < 1 || file.number() > lineage.head()) {
      return false;
    }
    return !file.isState()
        || !lineage.entry(file.number()).attempt().equals(file.attempt())
        || marks.retention().isPruned(file.number());
  }

  private void sweep(Path directory, Predicate<Attempted> isGarbage) {
    RecordLog records = new RecordLog(files, directory);
    try {
      for (String name : files.list(directory)) {
        if (FileNames.attempted(name).filter(isGarbage).isPresent()) {
          records.discard(directory.resolve(name));
        }
      }
    } catch (NoSuchFileException e) {
      LOG.trace("There is no {}", directory);
    } catch (IOException e) {
      LOG.warn("{} cannot be listed, and keeps what is of no use: {}", directory, e.toString());
    }
  }
}
