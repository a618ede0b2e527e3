package org.infostate.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.infostate.account.Actor;
import org.infostate.page.Upload;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.report.ChangedTemplate;
import org.infostate.report.ReportTemplate;
import org.infostate.response.EvidenceFiles;

/** Takes in changed templates and says which one reports are made with; for page and API alike. */
@ApplicationScoped
public class ChangeTemplate {

  /** As much as a template may have, so that the limit is told before the file is unpacked. */
  static final int MOST_MEGABYTES = 16;

  @Inject private TemplateVersions versions;
  @Inject private EvidenceFiles files;
  @Inject private Clock clock;

  /** The file of a version; {@link TemplateVersion#SHIPPED} is the shipped one. */
  byte[] file(String template, int number) throws IOException {
    return number == TemplateVersion.SHIPPED
        ? ReportTemplate.shippedFile(template)
        : files.read(versions.require(template, number).sha256());
  }

  /**
   * How a version fits what its report gives today.
   *
   * @param unused what it does not ask for
   * @param problems what it asks for and is no longer known, say because a questionnaire changed
   */
  record Fit(List<String> unused, List<Problem> problems) {}

  Fit fit(ReportContent content, int number) throws IOException {
    try {
      return new Fit(
          ChangedTemplate.check(file(content.template(), number), content.vocabulary()), List.of());
    } catch (ProblemException e) {
      return new Fit(List.of(), e.problems());
    }
  }

  /**
   * Keeps a changed template as a new version, which is not in use before it is chosen. The same
   * file again is the version that it was.
   *
   * @throws org.infostate.problem.ProblemException with everything that has to be mended; nothing
   *     is kept then
   */
  @Transactional(dontRollbackOn = ProblemException.class)
  TemplateVersion add(ReportContent content, Upload upload, Actor actor) throws IOException {
    ChangedTemplate.check(upload.content(), content.vocabulary());
    String sha256 = files.keep(upload.content());
    Optional<TemplateVersion> same = versions.withContent(content.template(), sha256);
    if (same.isPresent()) {
      return same.get();
    }
    TemplateVersion version =
        new TemplateVersion(
            content.template(),
            versions.choice(content.template()).next(),
            upload.fileName(),
            sha256,
            upload.content().length,
            actor.login(),
            clock.instant());
    versions.add(version);
    return version;
  }

  /**
   * From now on reports are made with this version; those that exist stay.
   *
   * @param seen the version that was in use when the planner looked
   * @throws org.infostate.problem.ProblemException if there is no such version, another one was
   *     chosen since, or it names what is no longer known
   */
  @Transactional(dontRollbackOn = ProblemException.class)
  void choose(ReportContent content, int number, int seen) throws IOException {
    if (number != TemplateVersion.SHIPPED) {
      ChangedTemplate.check(file(content.template(), number), content.vocabulary());
    }
    versions.choice(content.template()).choose(number, seen);
  }
}
