package org.infostate.workbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.infostate.account.Actor;
import org.infostate.carryforward.ConfirmAnswers;
import org.infostate.country.Countries;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Section;
import org.infostate.response.AnswerKey;
import org.infostate.response.Evidence;
import org.infostate.response.FilledForm;
import org.infostate.response.FilledForms;
import org.infostate.response.Held;
import org.infostate.response.Response;
import org.infostate.response.Responses;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/** Makes the workbook of a response as it stands, for one person and in one language. */
@ApplicationScoped
public class IssueWorkbook {

  @Inject private Responses responses;
  @Inject private FilledForms filledForms;
  @Inject private ConfirmAnswers confirmAnswers;
  @Inject private Countries countries;
  @Inject private WorkbookSecret secret;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "app.base.url")
  private String baseUrl;

  /** A name for the file, of plain letters only; a single section is named. */
  public static String fileName(Response response, List<String> sections, Language language) {
    return "infostate-"
        + response.round().code()
        + "-"
        + response.iso3()
        + (sections.isEmpty() ? "" : "-" + (sections.size() == 1 ? sections.get(0) : "part"))
        + "-"
        + language.tag()
        + ".xlsx";
  }

  /**
   * Writes the workbook with the sections that the person may see, and the answers in them; the
   * stream stays open.
   *
   * @param sections names of those to be in it, for somebody who is to fill in no more; empty for
   *     all that the person may see
   * @throws org.infostate.problem.ProblemException if a section is not the person's to see, or none
   *     is
   */
  public void write(
      Response response, List<String> sections, Actor actor, Language language, OutputStream out)
      throws IOException {
    Map<AnswerKey, Held> held = responses.held(response);
    List<FilledForm> forms = filledForms.filled(response, held);
    Set<String> visible = wanted(sections, filledForms.visible(response, actor));
    ResponseWorkbook.write(
        identity(response, forms, visible, held, language),
        cover(response, language),
        forms,
        confirmAnswers.waiting(response, held),
        secret.bytes(),
        out);
  }

  private static Set<String> wanted(List<String> sections, Set<String> visible) {
    for (String section : sections) {
      if (!visible.contains(section)) {
        throw ProblemKind.SECTION_NOT_SHARED.at(Place.question(section)).exception();
      }
    }
    if (visible.isEmpty()) {
      throw ProblemKind.WORKBOOK_WITHOUT_SECTION.exception();
    }
    return sections.isEmpty() ? visible : Set.copyOf(sections);
  }

  private WorkbookIdentity identity(
      Response response,
      List<FilledForm> forms,
      Set<String> visible,
      Map<AnswerKey, Held> held,
      Language language) {
    Set<String> sections = new LinkedHashSet<>();
    Map<AnswerKey, Integer> revisions = new HashMap<>();
    for (FilledForm form : forms) {
      for (Section section : form.form().sections()) {
        if (visible.contains(section.name())) {
          sections.add(section.name());
          form.keys(section).stream()
              .filter(held::containsKey)
              .forEach(key -> revisions.put(key, held.get(key).revision()));
        }
      }
    }
    return new WorkbookIdentity(
        response.round().code(),
        response.iso3(),
        response.round().versions().stream().map(WorkbookIdentity::version).toList(),
        language,
        List.copyOf(sections),
        clock.instant(),
        revisions);
  }

  private ResponseWorkbook.Cover cover(Response response, Language language) {
    return new ResponseWorkbook.Cover(
        response.round().title(),
        countries.find(response.iso3()).map(c -> c.name(language)).orElse(response.iso3()),
        Texts.in(language).time(response.deadline(), ZoneOffset.UTC),
        baseUrl + response.path(),
        fileNames(response));
  }

  /** Name by number of each evidence file of the response. */
  Map<String, String> fileNames(Response response) {
    return responses.evidence(response).stream()
        .collect(Collectors.toMap(file -> Long.toString(file.id()), Evidence::fileName));
  }
}
