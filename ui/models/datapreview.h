// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/datafeed.h"

#include <QAbstractTableModel>
#include <QFileSystemWatcher>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

namespace plumb::models {

/// The first rows of a data file. Values of secret columns are dots.
class DataHeadModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void show(scenario::DataHead head, const std::vector<std::string>& secretColumns);
    [[nodiscard]] const scenario::DataHead& head() const { return m_head; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    scenario::DataHead m_head;
    std::vector<std::string> m_secret;
};

/// Looks into a data file in a pool thread, and again whenever the file changes.
class DataPreview : public QObject
{
    Q_OBJECT

public:
    explicit DataPreview(QObject* parent = nullptr);
    ~DataPreview() override;

    /// @p name: as the scenario writes it. @p file: where it is; empty with a @p why when that cannot be
    /// told.
    void look(const std::filesystem::path& file, const std::string& name,
        const std::vector<std::string>& secretColumns, const QString& why = {});
    [[nodiscard]] DataHeadModel& model() { return m_model; }
    /// "1,204 rows, 3 columns: email, password (secret), plan"; while it is read: that.
    [[nodiscard]] QString sentence() const { return m_sentence; }
    /// Why a run could not use the file; empty: it could.
    [[nodiscard]] QString problem() const { return m_problem; }

Q_SIGNALS:
    void changed();

private:
    void read();
    void watch();
    void take(scenario::DataHead head);

    std::filesystem::path m_file;
    std::vector<std::string> m_secret;
    QString m_sentence, m_problem;
    DataHeadModel m_model;
    QFileSystemWatcher m_watcher;
    QTimer m_soon; ///< a file being written changes many times
    int m_asked = 0;
    QThreadPool m_pool;
};

} // namespace plumb::models
