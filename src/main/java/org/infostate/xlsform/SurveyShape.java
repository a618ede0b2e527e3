package org.infostate.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.QuestionType;
import org.infostate.text.Language;

/**
 * Brings groups that are nested in any way into the shape of a questionnaire: sections that hold
 * questions and rosters, rosters that hold questions.
 *
 * <ol>
 *   <li>A group that stands in none is a section.
 *   <li>What stands outside all groups goes into sections of its own, as far as it stands together.
 *   <li>A group inside a group or a repeat is dissolved: its label becomes a note, its condition is
 *       joined to that of each thing inside.
 *   <li>A repeat inside a repeat is refused.
 * </ol>
 */
final class SurveyShape {

  private final FormSettings settings;
  private final Findings findings;
  private final Set<String> names = new TreeSet<>();

  private SurveyShape(FormSettings settings, Findings findings) {
    this.settings = settings;
    this.findings = findings;
  }

  /** The sections of what stands outside all groups. */
  static List<Asked> sections(List<Asked> top, FormSettings settings, Findings findings) {
    SurveyShape shape = new SurveyShape(settings, findings);
    top.forEach(shape::names);
    return shape.sections(top);
  }

  private void names(Asked asked) {
    names.add(asked.name().text());
    asked.inside().forEach(this::names);
  }

  private List<Asked> sections(List<Asked> top) {
    List<Asked> sections = new ArrayList<>();
    List<Asked> loose = new ArrayList<>();
    for (Asked asked : top) {
      if (asked.is(Asked.GROUP)) {
        gather(loose, sections);
        List<Asked> items = new ArrayList<>();
        asked.inside().forEach(inner -> flatten(inner, null, false, items));
        sections.add(asked.holding(items));
      } else {
        flatten(asked, null, false, loose);
      }
    }
    gather(loose, sections);
    return sections;
  }

  private void gather(List<Asked> loose, List<Asked> sections) {
    if (loose.isEmpty()) {
      return;
    }
    Entry cell = loose.get(0).typeCell();
    int number = 1;
    while (!names.add("section_" + number)) {
      number++;
    }
    Map<Language, Entry> labels = new LinkedHashMap<>();
    settings
        .about()
        .forEach(
            (language, about) -> {
              if (about.title().filled()) {
                labels.put(language, about.title());
              }
            });
    labels.put(settings.language(), settings.title());
    Entry name = cell.with("section_" + number);
    findings.warn(ProblemKind.XLSFORM_SECTION_MADE, cell.place(), name.text());
    sections.add(
        new Asked(Asked.GROUP, cell, name, Map.of("label", labels), Map.of(), List.copyOf(loose)));
    loose.clear();
  }

  private void flatten(Asked asked, Entry condition, boolean inRoster, List<Asked> into) {
    Entry joined = joined(condition, asked.key("relevant"));
    if (asked.is(Asked.GROUP)) {
      findings.warn(
          ProblemKind.XLSFORM_GROUP_DISSOLVED, asked.typeCell().place(), asked.name().text());
      if (asked.text("label").containsKey(settings.language())) {
        into.add(heading(asked, joined));
      }
      asked.inside().forEach(inner -> flatten(inner, joined, inRoster, into));
    } else if (asked.is(Asked.REPEAT)) {
      if (inRoster) {
        findings.refuse(
            ProblemKind.XLSFORM_REPEAT_IN_REPEAT, asked.typeCell().place(), asked.name().text());
      }
      List<Asked> questions = new ArrayList<>();
      asked.inside().forEach(inner -> flatten(inner, null, true, questions));
      if (inRoster) {
        into.addAll(questions);
      } else {
        into.add(related(asked, joined).holding(questions));
      }
    } else {
      into.add(related(asked, joined));
    }
  }

  private static Asked heading(Asked group, Entry condition) {
    Map<String, Map<Language, Entry>> texts = new LinkedHashMap<>();
    texts.put("label", group.text("label"));
    texts.put("hint", group.text("hint"));
    Asked note =
        new Asked(
            QuestionType.NOTE.xlsformName(),
            group.typeCell(),
            group.name(),
            texts,
            Map.of(),
            List.of());
    return related(note, condition);
  }

  private static Asked related(Asked asked, Entry condition) {
    if (!condition.filled()) {
      return asked;
    }
    Map<String, Entry> keys = new LinkedHashMap<>(asked.keys());
    keys.put("relevant", condition);
    return asked.with(keys);
  }

  /** Both conditions; the place is that of the inner one. */
  private static Entry joined(Entry outer, Entry inner) {
    if (outer == null || !outer.filled()) {
      return inner;
    }
    return inner.filled() ? inner.with("(" + outer.text() + ") and (" + inner.text() + ")") : outer;
  }
}
