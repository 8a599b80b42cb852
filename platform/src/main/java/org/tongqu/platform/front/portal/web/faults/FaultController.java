package org.tongqu.platform.front.portal.web.faults;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.RequestMapping;
import org.tongqu.design.Texts;
import org.tongqu.platform.operate.web.Frames;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.LocalAddress;
import org.tongqu.platform.operate.web.Shell;

/** Whatever went wrong ends here: the reader is told what happened and what to do, in the shell they came from. */
@Controller
class FaultController implements ErrorController {

    /** The statuses that have words of their own; the others read like the first of their kind. */
    private static final Set<Integer> WORDED = Set.of(400, 403, 404, 405, 410, 413, 429, 500, 503);

    private final Frames frames;
    private final DataSize largest;

    FaultController(Frames frames, @Value("${spring.servlet.multipart.max-file-size}") DataSize largest) {
        this.frames = frames;
        this.largest = largest;
    }

    @RequestMapping("/error")
    Html fault(HttpServletRequest request) {
        var status = status(request);
        var shell = shell(request);
        var frame = frames.frame(request, shell);
        var texts = frame.texts();
        var stem = "portal.error." + worded(status);
        var title = texts.say(stem + ".title");
        var text = texts.say(
                stem + ".text", argument(status, shell, frame.where().site().hotline()));
        var number = status.is5xxServerError() ? number(request, texts) : "";
        return Html.page(
                        "front/portal/FaultPage",
                        new FaultPage(frame.titled(title), shell, title, text, number, again(request, status)))
                .with(status);
    }

    /** A form's page has its form's address. */
    private static String again(HttpServletRequest request, HttpStatus status) {
        return status == HttpStatus.CONTENT_TOO_LARGE
                ? LocalAddress.of(String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)))
                : "";
    }

    /** Citizens are told what a material may have, officers what any file may. */
    private String argument(HttpStatus status, Shell shell, String hotline) {
        if (status != HttpStatus.CONTENT_TOO_LARGE) {
            return hotline;
        }
        return shell == Shell.DESK ? String.valueOf(largest.toMegabytes()) : "20";
    }

    private static int worded(HttpStatus status) {
        if (WORDED.contains(status.value())) {
            return status.value();
        }
        return status.is5xxServerError() ? 500 : 400;
    }

    private static HttpStatus status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? Optional.ofNullable(HttpStatus.resolve(code)).orElse(HttpStatus.INTERNAL_SERVER_ERROR)
                : HttpStatus.NOT_FOUND;
    }

    private static Shell shell(HttpServletRequest request) {
        var asked = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return asked.equals("/desk") || asked.startsWith("/desk/") ? Shell.DESK : Shell.PORTAL;
    }

    private static String number(HttpServletRequest request, Texts texts) {
        return request.getAttribute("tongqu.fault") instanceof String number
                ? texts.say("portal.error.500.number", number)
                : "";
    }
}
