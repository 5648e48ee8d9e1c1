package io.github.warmbatch.learner;

import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.StateCodec;
import io.github.warmbatch.training.TrainingSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * States as bytes: a mark with the format's version, a fingerprint of what the model is bound to,
 * the classes, and then part after part, each written and read by a class of its own. All is
 * big-endian. Stateless but for its options.
 */
final class LearnerCodec implements StateCodec<LearnerState> {
  private static final int MARK = 0x57424C31;
  private static final int LEAST_NAME = 4;
  private final LearnerOptions options;
  private final boolean withTrees;

  LearnerCodec(LearnerOptions options, boolean withTrees) {
    this.options = options;
    this.withTrees = withTrees;
  }

  @Override
  public void write(LearnerState state, OutputStream stream) throws IOException {
    StateOutput out = new StateOutput();
    out.integer(MARK);
    out.whole(fingerprint(state.spec()));
    out.integer(state.classes().size());
    state.classes().names().forEach(out::text);
    Knowledge knowledge = state.knowledge();
    out.flag(knowledge != null);
    if (knowledge != null) {
      MemoryFormat.write(knowledge.memory(), out);
      ModelFormat.writeGate(knowledge.gate(), out);
      ModelFormat.writeChooser(knowledge.chooser(), out);
      if (knowledge.trees() != null) {
        TreeFormat.write(knowledge.trees(), out);
      }
    }
    out.writeTo(stream);
  }

  @Override
  public LearnerState read(InputStream stream, TrainingSpec spec) throws IOException {
    StateInput in = new StateInput(stream.readAllBytes());
    in.integer("the mark of the format", MARK, MARK);
    if (in.whole("the fingerprint") != fingerprint(spec)) {
      throw StateInput.refusal("it is for other columns, entities, positive classes or options");
    }
    LabelClasses classes = classes(in);
    Knowledge knowledge =
        in.flag("whether anything was learned") ? knowledge(in, spec, classes) : null;
    in.end();
    return new LearnerState(spec, classes, knowledge);
  }

  private Knowledge knowledge(StateInput in, TrainingSpec spec, LabelClasses classes)
      throws IOException {
    FeatureMemory memory = new MemoryFormat(spec, options).read(in);
    Layout layout = memory.layout();
    Gate gate = ModelFormat.readGate(in, layout);
    boolean[] positives = LearnerState.positives(spec.model(), classes);
    ClassChooser chooser = ModelFormat.readChooser(in, layout.width(), positives);
    TreeStage trees = withTrees ? new TreeFormat(layout.width(), positives).read(in) : null;
    return new Knowledge(memory, gate, trees, chooser);
  }

  private static LabelClasses classes(StateInput in) throws IOException {
    int count = in.count("classes", LEAST_NAME);
    List<String> names = new ArrayList<>();
    Set<String> met = new HashSet<>();
    for (int i = 0; i < count; i++) {
      String name = in.text("a class");
      if (!met.add(name)) {
        throw StateInput.refusal("the class '" + name + "' occurs twice");
      }
      names.add(name);
    }
    return new LabelClasses(names);
  }

  private long fingerprint(TrainingSpec spec) {
    List<Object> bound =
        List.of(
            withTrees,
            spec.features(),
            spec.model().entities().stream().sorted().toList(),
            spec.model().positives().stream().sorted().toList(),
            new TreeMap<>(options.values()));
    return KeyColumn.hash(bound.toString());
  }
}
