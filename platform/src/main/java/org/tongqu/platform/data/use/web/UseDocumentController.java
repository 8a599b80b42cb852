package org.tongqu.platform.data.use.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.data.golden.GoldenRegisters;
import org.tongqu.platform.data.interfaces.Admission;
import org.tongqu.platform.data.interfaces.CallHeaders;
import org.tongqu.platform.data.interfaces.CallRefusal;
import org.tongqu.platform.data.use.UseRefusal;
import org.tongqu.platform.data.use.UseRefusal.Why;
import org.tongqu.platform.trust.identity.SignedIn;

/** How a register is used, for officers who work with shared data and for whoever shows a key. */
@Controller
class UseDocumentController {

    private final GoldenRegisters registers;
    private final Admission admission;
    private final UseProblems problems;

    UseDocumentController(GoldenRegisters registers, Admission admission, UseProblems problems) {
        this.registers = registers;
        this.admission = admission;
        this.problems = problems;
    }

    @GetMapping(UseCallController.CALLS + "/{register}/openapi.json")
    void document(
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal @Nullable Object who,
            @PathVariable String register)
            throws IOException {
        if (!isShown(who) && admission.find(CallHeaders.token(request)).isEmpty()) {
            problems.write(response, new UseRefusal.AtTheGate(CallRefusal.of(CallRefusal.Why.KEY_MISSING)));
            return;
        }
        var found = registers.find(register);
        if (found.isEmpty()) {
            problems.write(response, new UseRefusal.Here(Why.REGISTER_UNKNOWN, "", Optional.empty()));
            return;
        }
        var document = UseApi.document(found.get()).canonical().getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }

    private static boolean isShown(@Nullable Object who) {
        return who instanceof SignedIn.Officer officer && SharingPlace.isConcerned(officer);
    }
}
