package io.github.warmbatch.runner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Does something to dead letters and says to which.
 *
 * @param verb what was done to them
 */
record DeadLetterOutcome(Console console, boolean json, String verb) {

  /**
   * Does it to each.
   *
   * @param action whether there was such a dead letter
   * @return the exit code: usage, where an id was unknown
   */
  int of(List<String> ids, Predicate<String> action) {
    List<String> done = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String id : ids) {
      (action.test(id) ? done : unknown).add(id);
    }
    if (json) {
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put(verb, done);
      answer.put("unknown", unknown);
      console.printJson(Json.pretty(answer));
    } else {
      done.forEach(id -> console.print(verb + " " + id));
      console.print(done.size() + " " + verb);
    }
    unknown.forEach(id -> console.tell("warmbatch: there is no dead letter " + id));
    return (unknown.isEmpty() ? ExitCode.DONE : ExitCode.USAGE).code();
  }
}
