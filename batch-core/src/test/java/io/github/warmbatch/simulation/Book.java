package io.github.warmbatch.simulation;

import io.github.warmbatch.JobEntry;
import io.github.warmbatch.queue.Payload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What users pushed, in order, and what each push may have been about. */
final class Book {
  private final DataFiles files;
  private final List<Push> pushes = new ArrayList<>();

  Book(DataFiles files) {
    this.files = files;
  }

  Payload note(String path, @Nullable String again) {
    pushes.add(new Push(path, again, files.history(path).size() - 1));
    return new JobEntry(path, again).toPayload();
  }

  List<Push> pushes() {
    return List.copyOf(pushes);
  }

  /** Every different entry, in the order of its first push. */
  List<Push> entries() {
    LinkedHashSet<List<@Nullable String>> seen = new LinkedHashSet<>();
    return pushes.stream().filter(push -> seen.add(Arrays.asList(push.path, push.again))).toList();
  }

  /** What was under the path since the push: one of these it was about. */
  Stream<Content> contentsOf(Push push) {
    return files.history(push.path).stream().skip(push.since);
  }

  /**
   * One push.
   *
   * @param since the first of the path's contents that it can be about
   */
  record Push(String path, @Nullable String again, int since) {}
}
