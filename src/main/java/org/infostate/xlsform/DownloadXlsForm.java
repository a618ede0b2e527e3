package org.infostate.xlsform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.infostate.account.Actor;
import org.infostate.questionnaire.QuestionnaireVersion;
import org.infostate.questionnaire.Questionnaires;

/** The workbook of a version, to be downloaded. */
@RequestScoped
public class DownloadXlsForm {

  @Inject private Questionnaires questionnaires;
  @Inject private Actor actor;

  /** Drafts are seen by planners alone; for others there are none. */
  public Response download(String code, String name) throws IOException {
    QuestionnaireVersion version = questionnaires.require(code, name, actor);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    XlsForm.write(questionnaires.form(version.id()), out);
    return Response.ok(out.toByteArray(), XlsForm.MEDIA_TYPE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + version.code() + "-" + version.version() + ".xlsx\"")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }
}
