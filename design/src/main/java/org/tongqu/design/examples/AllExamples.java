package org.tongqu.design.examples;

import java.util.List;
import org.tongqu.design.examples.chart.BarChartExamples;
import org.tongqu.design.examples.chart.LineChartExamples;
import org.tongqu.design.examples.chart.ProcessDrawingExamples;
import org.tongqu.design.examples.chart.SpanChartExamples;
import org.tongqu.design.examples.chart.SparklineExamples;
import org.tongqu.design.examples.chart.TileMapExamples;
import org.tongqu.design.examples.chart.TrendChartExamples;
import org.tongqu.design.examples.form.ButtonExamples;
import org.tongqu.design.examples.form.ButtonLinkExamples;
import org.tongqu.design.examples.form.CheckAnswersExamples;
import org.tongqu.design.examples.form.CheckboxesExamples;
import org.tongqu.design.examples.form.DateFieldExamples;
import org.tongqu.design.examples.form.ErrorSummaryExamples;
import org.tongqu.design.examples.form.FieldsetExamples;
import org.tongqu.design.examples.form.FileUploadExamples;
import org.tongqu.design.examples.form.FilterBarExamples;
import org.tongqu.design.examples.form.FormPageExamples;
import org.tongqu.design.examples.form.NumberFieldExamples;
import org.tongqu.design.examples.form.PasswordFieldExamples;
import org.tongqu.design.examples.form.RadiosExamples;
import org.tongqu.design.examples.form.SearchBoxExamples;
import org.tongqu.design.examples.form.SelectExamples;
import org.tongqu.design.examples.form.TextAreaExamples;
import org.tongqu.design.examples.form.TextFieldExamples;
import org.tongqu.design.examples.nav.AccessibilityBarExamples;
import org.tongqu.design.examples.nav.BreadcrumbsExamples;
import org.tongqu.design.examples.nav.CommandHelpExamples;
import org.tongqu.design.examples.nav.LanguageSwitchExamples;
import org.tongqu.design.examples.nav.PaginationExamples;
import org.tongqu.design.examples.nav.TabsExamples;
import org.tongqu.design.examples.nav.WordmarkExamples;
import org.tongqu.design.examples.view.CardExamples;
import org.tongqu.design.examples.view.DataTableExamples;
import org.tongqu.design.examples.view.EmptyStateExamples;
import org.tongqu.design.examples.view.HeroExamples;
import org.tongqu.design.examples.view.KeyFactsExamples;
import org.tongqu.design.examples.view.LampCountsExamples;
import org.tongqu.design.examples.view.LampExamples;
import org.tongqu.design.examples.view.NoticeBannerExamples;
import org.tongqu.design.examples.view.PersonBadgeExamples;
import org.tongqu.design.examples.view.ProgressBarExamples;
import org.tongqu.design.examples.view.QrCodeExamples;
import org.tongqu.design.examples.view.ReceiptExamples;
import org.tongqu.design.examples.view.ServiceCardExamples;
import org.tongqu.design.examples.view.StatTilesExamples;
import org.tongqu.design.examples.view.StepListExamples;
import org.tongqu.design.examples.view.TimelineExamples;

/** Every component's examples, in the order of the gallery. A test fails when a template has none. */
public final class AllExamples {

    private AllExamples() {}

    public static List<Examples> list() {
        return List.of(
                new ButtonExamples(),
                new ButtonLinkExamples(),
                new CheckAnswersExamples(),
                new CheckboxesExamples(),
                new DateFieldExamples(),
                new ErrorSummaryExamples(),
                new FieldsetExamples(),
                new FileUploadExamples(),
                new FilterBarExamples(),
                new FormPageExamples(),
                new NumberFieldExamples(),
                new PasswordFieldExamples(),
                new RadiosExamples(),
                new SearchBoxExamples(),
                new SelectExamples(),
                new TextAreaExamples(),
                new TextFieldExamples(),
                new CardExamples(),
                new DataTableExamples(),
                new EmptyStateExamples(),
                new HeroExamples(),
                new KeyFactsExamples(),
                new LampCountsExamples(),
                new LampExamples(),
                new NoticeBannerExamples(),
                new PersonBadgeExamples(),
                new ProgressBarExamples(),
                new QrCodeExamples(),
                new ReceiptExamples(),
                new ServiceCardExamples(),
                new StatTilesExamples(),
                new StepListExamples(),
                new TimelineExamples(),
                new AccessibilityBarExamples(),
                new BreadcrumbsExamples(),
                new CommandHelpExamples(),
                new LanguageSwitchExamples(),
                new PaginationExamples(),
                new TabsExamples(),
                new WordmarkExamples(),
                new BarChartExamples(),
                new SpanChartExamples(),
                new ProcessDrawingExamples(),
                new SparklineExamples(),
                new TrendChartExamples(),
                new LineChartExamples(),
                new TileMapExamples());
    }
}
