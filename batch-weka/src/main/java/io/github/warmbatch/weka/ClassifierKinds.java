package io.github.warmbatch.weka;

import static io.github.warmbatch.weka.ClassifierOption.decimal;
import static io.github.warmbatch.weka.ClassifierOption.flag;
import static io.github.warmbatch.weka.ClassifierOption.whole;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import weka.classifiers.bayes.BayesNet;
import weka.classifiers.bayes.NaiveBayes;
import weka.classifiers.bayes.NaiveBayesUpdateable;
import weka.classifiers.functions.Logistic;
import weka.classifiers.functions.SMO;
import weka.classifiers.functions.SimpleLogistic;
import weka.classifiers.lazy.IBk;
import weka.classifiers.lazy.KStar;
import weka.classifiers.lazy.LWL;
import weka.classifiers.meta.AdaBoostM1;
import weka.classifiers.meta.Bagging;
import weka.classifiers.meta.LogitBoost;
import weka.classifiers.rules.JRip;
import weka.classifiers.rules.OneR;
import weka.classifiers.rules.PART;
import weka.classifiers.trees.DecisionStump;
import weka.classifiers.trees.J48;
import weka.classifiers.trees.LMT;
import weka.classifiers.trees.REPTree;
import weka.classifiers.trees.RandomForest;
import weka.classifiers.trees.RandomTree;

/**
 * The classifiers that may be asked for by name. A new one belongs here when it runs on one thread,
 * draws its random numbers from its seed, needs neither a desktop nor native libraries, and answers
 * the same whatever it was asked before: {@code ClassifierKindsTest} tries each.
 */
final class ClassifierKinds {
  private static final int MANY = 1_000_000;

  /** Those that learn a sample at once. */
  static final Map<String, ClassifierKind> BATCH =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(
                  "weka.classifiers.trees.RandomForest",
                  ClassifierKind.batch(
                      RandomForest::new,
                      whole("-I", 1, 1000),
                      whole("-P", 1, 100),
                      whole("-K", 0, 1000),
                      whole("-M", 1, MANY),
                      whole("-depth", 0, 1000),
                      flag("-B"))),
              Map.entry(
                  "weka.classifiers.trees.RandomTree",
                  ClassifierKind.batch(
                      RandomTree::new,
                      whole("-K", 0, 1000),
                      whole("-M", 1, MANY),
                      whole("-depth", 0, 1000),
                      flag("-B"))),
              Map.entry(
                  "weka.classifiers.trees.J48",
                  ClassifierKind.batch(
                      J48::new,
                      flag("-U"),
                      decimal("-C", 0.001, 0.5),
                      whole("-M", 1, MANY),
                      flag("-R"),
                      whole("-N", 2, 100),
                      flag("-B"),
                      flag("-S"),
                      flag("-A"),
                      flag("-J"))),
              Map.entry(
                  "weka.classifiers.trees.REPTree",
                  ClassifierKind.batch(
                      REPTree::new,
                      whole("-M", 1, MANY),
                      whole("-N", 2, 100),
                      whole("-L", -1, 1000),
                      flag("-P"))),
              Map.entry(
                  "weka.classifiers.trees.LMT",
                  ClassifierKind.batch(LMT::new, whole("-M", 1, MANY), whole("-I", -1, 1000))),
              Map.entry(
                  "weka.classifiers.trees.DecisionStump", ClassifierKind.batch(DecisionStump::new)),
              Map.entry(
                  "weka.classifiers.functions.Logistic",
                  ClassifierKind.batch(
                      Logistic::new, decimal("-R", 1e-12, 1e6), whole("-M", -1, 10_000))),
              Map.entry(
                  "weka.classifiers.functions.SimpleLogistic",
                  ClassifierKind.batch(SimpleLogistic::new, whole("-I", 0, 1000), flag("-S"))),
              Map.entry(
                  "weka.classifiers.functions.SMO",
                  ClassifierKind.batch(
                      SMO::new, decimal("-C", 1e-6, 1e6), whole("-N", 0, 2), flag("-M"))),
              Map.entry(
                  "weka.classifiers.rules.JRip",
                  ClassifierKind.batch(
                      JRip::new,
                      whole("-F", 2, 100),
                      decimal("-N", 1, MANY),
                      whole("-O", 0, 100),
                      flag("-P"))),
              Map.entry(
                  "weka.classifiers.rules.PART",
                  ClassifierKind.batch(
                      PART::new,
                      decimal("-C", 0.001, 0.5),
                      whole("-M", 1, MANY),
                      flag("-U"),
                      flag("-B"),
                      flag("-J"))),
              Map.entry(
                  "weka.classifiers.rules.OneR",
                  ClassifierKind.batch(OneR::new, whole("-B", 1, MANY))),
              Map.entry(
                  "weka.classifiers.bayes.NaiveBayes",
                  ClassifierKind.batch(NaiveBayes::new, flag("-K"), flag("-D"))),
              Map.entry(
                  "weka.classifiers.bayes.BayesNet",
                  ClassifierKind.batch(BayesNet::new, flag("-D"))),
              Map.entry(
                  "weka.classifiers.meta.AdaBoostM1",
                  ClassifierKind.batch(
                      AdaBoostM1::new, whole("-I", 1, 1000), whole("-P", 1, 100), flag("-Q"))),
              Map.entry(
                  "weka.classifiers.meta.LogitBoost",
                  ClassifierKind.batch(
                      LogitBoost::new,
                      whole("-I", 1, 1000),
                      decimal("-H", 0.001, 1),
                      decimal("-Z", 1, 100))),
              Map.entry(
                  "weka.classifiers.meta.Bagging",
                  ClassifierKind.batch(Bagging::new, whole("-I", 1, 1000), whole("-P", 1, 100)))));

  /** Those that learn row by row. */
  static final Map<String, ClassifierKind> UPDATEABLE =
      new TreeMap<>(
          Map.of(
              "weka.classifiers.lazy.IBk",
              ClassifierKind.neighbours(IBk::new, whole("-K", 1, 1000), flag("-I"), flag("-F")),
              "weka.classifiers.lazy.KStar",
              ClassifierKind.neighbours(KStar::new, whole("-B", 0, 100), flag("-E")),
              "weka.classifiers.lazy.LWL",
              ClassifierKind.neighbours(LWL::new, whole("-K", 1, 1000), whole("-U", 0, 4)),
              "weka.classifiers.bayes.NaiveBayesUpdateable",
              new ClassifierKind(
                  Teaching.ROW_BY_ROW, NaiveBayesUpdateable::new, List.of(flag("-K")))));

  private ClassifierKinds() {}
}
