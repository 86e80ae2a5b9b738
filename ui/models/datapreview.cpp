// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/datapreview.h"

#include "ui/models/format.h"
#include "ui/models/words.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace plumb::models {

namespace {

constexpr std::size_t rowsShown = 20;
constexpr int readAfterMs = 150;

bool isIn(const std::vector<std::string>& names, const std::string& name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

void DataHeadModel::show(scenario::DataHead head, const std::vector<std::string>& secretColumns)
{
    beginResetModel();
    m_head = std::move(head);
    m_secret = secretColumns;
    endResetModel();
}

int DataHeadModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_head.rows.size());
}

int DataHeadModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_head.columns.size());
}

QVariant DataHeadModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const auto column = static_cast<std::size_t>(index.column());
    if (isIn(m_secret, m_head.columns[column]))
        return QStringLiteral("•••");
    return QString::fromStdString(m_head.rows[static_cast<std::size_t>(index.row())][column].text);
}

QVariant DataHeadModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    return role == Qt::DisplayRole
        ? QVariant(QString::fromStdString(m_head.columns[static_cast<std::size_t>(section)]))
        : QVariant();
}

DataPreview::DataPreview(QObject* parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(readAfterMs);
    connect(&m_soon, &QTimer::timeout, this, &DataPreview::read);
    const auto soon = [this] { m_soon.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, soon);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, soon);
}

DataPreview::~DataPreview()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void DataPreview::look(const std::filesystem::path& file, const std::string& name,
    const std::vector<std::string>& secretColumns, const QString& why)
{
    const auto same = file == m_file && !file.empty();
    if (same && secretColumns == m_secret)
        return;
    m_secret = secretColumns;
    if (same) {
        m_model.show(m_model.head(), m_secret);
        take(m_model.head());
        return;
    }
    m_file = file;
    ++m_asked;
    m_model.show({}, m_secret);
    m_problem = why;
    m_sentence = file.empty() ? QString() : tr("Reading %1…").arg(QString::fromStdString(name));
    watch();
    Q_EMIT changed();
    if (!file.empty())
        read();
}

void DataPreview::watch()
{
    const auto watched = m_watcher.files() + m_watcher.directories();
    if (!watched.isEmpty())
        m_watcher.removePaths(watched);
    const QFileInfo info(QString::fromStdString(m_file.string()));
    // The folder tells of a file that comes, or is put in place of the other.
    if (!m_file.empty() && info.dir().exists())
        m_watcher.addPath(info.absolutePath());
    if (!m_file.empty() && info.exists())
        m_watcher.addPath(info.absoluteFilePath());
}

void DataPreview::read()
{
    watch();
    const auto asked = ++m_asked;
    m_pool.clear();
    // The destructor waits for the pool, so `this` outlives the job.
    m_pool.start([this, asked, file = m_file] {
        QMetaObject::invokeMethod(
            this,
            [this, asked, head = scenario::readDataHead(file, rowsShown)] {
                if (asked != m_asked)
                    return;
                m_model.show(head, m_secret);
                take(head);
            },
            Qt::QueuedConnection);
    });
}

void DataPreview::take(scenario::DataHead head)
{
    m_problem = head.problem ? errorText(*head.problem) : QString();
    for (const auto& secret : m_secret) {
        if (!head.problem && !isIn(head.columns, secret))
            m_problem = tr("There is no column %1 that could be secret.").arg(QString::fromStdString(secret));
    }
    const auto rows = static_cast<int>(head.count);
    if (head.columns.empty()) {
        m_sentence.clear();
    } else {
        const auto shape
            = tr("%1, %2", "rows, columns")
                  .arg(head.whole ? tr("%n row(s)", nullptr, rows) : tr("More than %n row(s)", nullptr, rows),
                      tr("%n column(s)", nullptr, static_cast<int>(head.columns.size())));
        m_sentence = head.whole
            ? shape
            : tr("%1. Only the first megabyte of this large file was looked at.").arg(shape);
        if (head.count > head.rows.size())
            m_sentence = tr("%1; the first %n are shown", nullptr, static_cast<int>(head.rows.size()))
                             .arg(m_sentence);
    }
    Q_EMIT changed();
}

} // namespace plumb::models
