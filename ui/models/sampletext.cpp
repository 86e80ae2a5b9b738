// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sampletext.h"

#include "ui/models/format.h"
#include "ui/models/words.h"

#include <QCoreApplication>
#include <QStringList>

namespace plumb::models {

namespace {

struct SampleText
{
    Q_DECLARE_TR_FUNCTIONS(SampleText)
};

void addMessage(QStringList& lines, const std::vector<std::pair<std::string, std::string>>& headers,
    const std::string& body, bool cut)
{
    for (const auto& [name, value] : headers)
        lines << QString::fromStdString(name + ": " + value);
    if (!body.empty())
        lines << QString() << QString::fromStdString(body);
    if (cut)
        lines << SampleText::tr("(cut)");
}

} // namespace

QString sampleText(const report::Sample& sample)
{
    QStringList lines;
    lines << SampleText::tr("%1 at %2, user %3")
                 .arg(QString::fromStdString(sample.step), clock(sample.at_s))
                 .arg(sample.user)
          << SampleText::tr("Outcome: %1").arg(outcomeWord(sample.outcome));
    if (!sample.reason.empty())
        lines << SampleText::tr("Reason: %1").arg(QString::fromStdString(sample.reason));
    if (!sample.error.empty())
        lines << SampleText::tr("Message: %1").arg(QString::fromStdString(sample.error));
    lines << SampleText::tr("Response %1, service %2, first byte %3, connect %4, TLS %5")
                 .arg(latency(sample.response_ms), latency(sample.service_ms), latency(sample.ttfb_ms),
                     latency(sample.connect_ms), latency(sample.tls_ms))
          << QString() << QString::fromStdString(sample.method + " " + sample.url);
    addMessage(lines, sample.request_headers, sample.request_body, sample.request_cut);
    lines << QString()
          << (sample.status == 0 ? SampleText::tr("No answer")
                                 : SampleText::tr("Answer: status %1").arg(sample.status));
    addMessage(lines, sample.response_headers, sample.response_body, sample.response_cut);
    return lines.join(QLatin1Char('\n'));
}

} // namespace plumb::models
