package org.infostate.assessment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infostate.assessment.IndexFile.Fault;
import org.infostate.cluster.Grouping;
import org.infostate.scoring.Step;

/**
 * An index file without its elements, which stand in a table of their own: {@code steps}, {@code
 * groups}, and under {@code elements} only in what an element departs from the steps. {@code
 * index}, {@code version} and {@code name} may be left out.
 *
 * @param methods the steps in which elements depart from the index, by code
 * @param grouping null if the file has no groups
 * @param faults what is wrong, in the order of the file; empty if it can be used
 */
public record StepsFile(
    String code,
    int version,
    Map<String, String> names,
    List<Step> steps,
    Map<String, List<Step>> methods,
    Grouping grouping,
    List<Fault> faults) {

  private static final String UNNAMED = "index";

  /**
   * Reads a file. Never throws for what stands in it.
   *
   * @param codes of the elements that there are
   */
  public static StepsFile read(String yaml, Set<String> codes) {
    List<Fault> faults = new ArrayList<>();
    Keys file = Keys.parse(yaml, IndexFile.MAX_LENGTH, faults);
    if (file == null) {
      return new StepsFile(UNNAMED, 1, Map.of(), List.of(), Map.of(), null, List.copyOf(faults));
    }
    String code = file.has("index") ? file.word("index", IndexFile.CODE) : UNNAMED;
    int version = file.integer("version", 1, 1, 1_000_000);
    Map<String, String> names = file.has("name") ? file.texts("name") : Map.of();
    StepReader reader = new StepReader();
    List<Step> steps = reader.steps(file);
    Map<String, List<Step>> methods = methods(file, reader, codes);
    Grouping grouping = IndexFile.grouping(file.map("groups"), codes);
    file.close();
    faults.sort(IndexFile.IN_ORDER);
    return new StepsFile(code, version, names, steps, methods, grouping, List.copyOf(faults));
  }

  private static Map<String, List<Step>> methods(Keys file, StepReader reader, Set<String> codes) {
    Map<String, List<Step>> methods = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (Keys item : file.maps("elements", IndexFile.MAX_ELEMENTS)) {
      String code = item.word("code", IndexFile.CODE);
      List<Step> own = reader.methods(item);
      item.close();
      if (code != null && !codes.contains(code)) {
        item.faultAt("code", "element-unknown", "'" + code + "' is the code of no element.");
      } else if (code != null && !seen.add(code)) {
        item.faultAt("code", "code-repeated", "The code '" + code + "' stands twice.");
      } else if (code != null) {
        methods.put(code, own);
      }
    }
    return methods;
  }
}
