package io.github.warmbatch.simulation;

import io.github.warmbatch.JobEntry;
import io.github.warmbatch.dataset.DatasetException;
import io.github.warmbatch.queue.DeadLetter;
import io.github.warmbatch.queue.DeadLetters.Position;
import io.github.warmbatch.queue.Payload;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What users do to the queue and to the files. */
final class Users {
  private static final int POISON = 666;

  private final World world;
  private int numbers;

  Users(World world) {
    this.world = world;
  }

  /** Has it happen, and returns whether it could. */
  boolean happens(Event event) {
    return switch (event) {
      case PUSHED_NEW -> pushNew(Content.table(++numbers));
      case PUSHED_TWICE -> any(path -> true).map(path -> push(path, null)).isPresent();
      case PUSHED_AGAIN -> pushAllAgain();
      case PUSHED_URGENT -> any(path -> true).map(this::pushUrgent).isPresent();
      case REPEAT_ASKED -> any(this::isGood).map(path -> push(path, nonce())).isPresent();
      case SPOILED -> spoil();
      case FIXED -> any(path -> !isGood(path)).map(this::fix).isPresent();
      case CHANGED -> any(this::isGood).map(this::change).isPresent();
      case DELETED -> any(this::isGood).map(path -> put(path, Content.NONE)).isPresent();
      case REQUEUED -> letter(found -> true).map(this::requeue).isPresent();
      default -> false;
    };
  }

  /** Pushes every entry that was ever pushed. */
  boolean pushAllAgain() {
    List<Book.Push> entries = world.book.entries();
    entries.forEach(entry -> push(entry.path(), entry.again()));
    return !entries.isEmpty();
  }

  private boolean pushNew(Content content) {
    String path = "f" + world.files.paths().size() + ".csv";
    put(path, content);
    return push(path, null);
  }

  private boolean spoil() {
    int kind = world.dice.below(3);
    if (kind < 2) {
      return pushNew(kind == 0 ? Content.table(POISON) : Content.NONE);
    }
    world.trace.add("user", "pushes no path", null);
    world.queue.submit(List.of(Payload.of("{oops")));
    world.queueTouched();
    return true;
  }

  private boolean fix(String path) {
    put(path, Content.table(++numbers));
    return letter(found -> found.job().payload().text().equals(path))
        .map(this::requeue)
        .orElseGet(() -> push(path, null));
  }

  private boolean change(String path) {
    put(path, Content.table(++numbers));
    return push(path, null);
  }

  private boolean push(String path, @Nullable String again) {
    Payload entry = world.book.note(path, again);
    world.trace.add("user", "pushes", entry);
    world.queue.submit(List.of(entry));
    world.queueTouched();
    return true;
  }

  private boolean pushUrgent(String path) {
    Payload entry = world.book.note(path, null);
    world.trace.add("user", "pushes in front", entry);
    world.queue.submitUrgent(entry);
    world.queueTouched();
    return true;
  }

  private boolean requeue(DeadLetter letter) {
    Payload entry = letter.job().payload();
    Position position = world.dice.oneOf(List.of(Position.values()));
    world.trace.add("user", "requeues to the " + position, entry);
    try {
      JobEntry parsed = JobEntry.parse(entry);
      Payload same = world.book.note(parsed.path(), parsed.again());
      world.trace.add("user", "noted", same);
    } catch (DatasetException e) {
      world.trace.add("user", "knows it is no path", e.getMessage());
    }
    boolean done = world.queue.deadLetters().requeue(letter.job().id(), position);
    world.queueTouched();
    return done;
  }

  private boolean put(String path, Content content) {
    world.trace.add("user", "puts " + path, content.text() == null ? "nothing" : content);
    world.files.put(path, content);
    return true;
  }

  private boolean isGood(String path) {
    return world.files.now(path).good();
  }

  private Optional<String> any(Predicate<String> wanted) {
    List<String> paths = world.files.paths().stream().filter(wanted).toList();
    return paths.isEmpty() ? Optional.empty() : Optional.of(world.dice.oneOf(paths));
  }

  private Optional<DeadLetter> letter(Predicate<DeadLetter> wanted) {
    return world.queue.deadLetters().list(Integer.MAX_VALUE).stream().filter(wanted).findFirst();
  }

  private String nonce() {
    return "n" + ++numbers;
  }
}
