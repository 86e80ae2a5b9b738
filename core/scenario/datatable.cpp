// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/csvreader.h"
#include "base/files.h"
#include "scenario/datafeed.h"
#include "scenario/jsonfields.h"

#include <algorithm>
#include <fstream>

namespace plumb::scenario {

namespace {

Error fault(const std::string& what, const std::string& where, const std::string& remedy)
{
    return Error{ErrorKind::input, what, where, remedy};
}

std::string lineOf(const std::string& fileName, std::size_t line)
{
    return fileName + ", line " + std::to_string(line);
}

Result<void> checkColumns(const std::vector<std::string>& columns, const std::string& where)
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].empty()) {
            return fault("column " + std::to_string(i + 1) + " has no name", where, "name every column");
        }
        if (std::find(columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(i), columns[i])
            != columns.begin() + static_cast<std::ptrdiff_t>(i)) {
            return fault("the column \"" + columns[i] + "\" is there twice", where, "give it another name");
        }
    }
    return {};
}

/// Fills @p columns and calls @p take with each row until the end or the first fault.
template <class Take>
Result<void> readCsv(
    std::string_view text, const std::string& fileName, std::vector<std::string>& columns, const Take& take)
{
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    CsvReader reader(text, fileName);
    auto more = reader.next(columns);
    if (!more) {
        return more.error();
    }
    if (!*more) {
        return fault(
            "the file is empty", fileName, "its first line names the columns, each further line is a row");
    }
    if (auto checked = checkColumns(columns, lineOf(fileName, reader.line())); !checked) {
        return checked.error();
    }
    std::vector<std::string> fields;
    while (true) {
        more = reader.next(fields);
        if (!more) {
            return more.error();
        }
        if (!*more) {
            return {};
        }
        if (fields.size() != columns.size()) {
            return fault(std::to_string(fields.size()) + (fields.size() == 1 ? " column" : " columns")
                    + ", expected " + std::to_string(columns.size()),
                lineOf(fileName, reader.line()),
                fields.size() < columns.size() ? "add what is missing" : "put values with a comma in quotes");
        }
        std::vector<Value> row;
        row.reserve(fields.size());
        for (auto& field : fields) {
            row.push_back({cleanUtf8(field), false, false});
        }
        take(std::move(row));
    }
}

bool isJsonFile(const std::filesystem::path& file)
{
    auto extension = file.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return extension == ".json";
}

/// The first @p bytes of a file up to the end of its last whole line.
Result<std::string> readLines(const std::filesystem::path& file, std::size_t bytes)
{
    std::ifstream in(file, std::ios::binary);
    std::string text(bytes, '\0');
    in.read(text.data(), static_cast<std::streamsize>(bytes));
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
    if (text.empty()) {
        return fault("it cannot be read", file.string(), "check that the file may be read");
    }
    const auto end = text.rfind('\n');
    text.resize(end == std::string::npos ? text.size() : end + 1);
    return text;
}

Error noRows(const std::filesystem::path& file)
{
    return fault("there are no rows", file.string(), "add at least one row of data");
}

} // namespace

Result<DataTable> parseCsv(std::string_view text, const std::string& fileName)
{
    DataTable table;
    auto read = readCsv(text, fileName, table.columns,
        [&table](std::vector<Value>&& row) { table.rows.push_back(std::move(row)); });
    return read ? Result<DataTable>(std::move(table)) : Result<DataTable>(read.error());
}

Result<DataTable> parseDataJson(std::string_view text, const std::string& fileName)
{
    const auto json = parseJson(text, fileName);
    if (!json) {
        return json.error();
    }
    if (!json->is_array()) {
        return fault("expected a list of objects, found " + std::string(kindOf(*json)), fileName,
            "write it as [{\"name\": \"value\"}, ...]");
    }
    DataTable table;
    for (std::size_t i = 0; i < json->size(); ++i) {
        const Json& object = (*json)[i];
        const std::string where = fileName + ", /" + std::to_string(i);
        if (!object.is_object()) {
            return fault(
                "expected an object, found " + std::string(kindOf(object)), where, "write it as { ... }");
        }
        if (i == 0) {
            for (const auto& [column, value] : object.items()) {
                table.columns.push_back(column);
            }
        }
        std::vector<Value> row;
        for (const auto& column : table.columns) {
            const auto value = object.find(column);
            if (value == object.end()) {
                return fault(
                    "there is no \"" + column + "\"", where, "give every row the fields of the first");
            }
            row.push_back(value->is_string() ? Value{value->get<std::string>(), false, false}
                                             : Value{dumpJson(*value), true, false});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

Result<DataTable> readDataFile(const std::filesystem::path& file)
{
    const auto text = readFile(file);
    if (!text) {
        return text.error();
    }
    auto table = isJsonFile(file) ? parseDataJson(*text, file.string()) : parseCsv(*text, file.string());
    if (table && table->rows.empty()) {
        return noRows(file);
    }
    return table;
}

DataHead readDataHead(const std::filesystem::path& file, std::size_t rows, std::uintmax_t wholeUpTo)
{
    constexpr std::size_t headBytes = 1U << 20U;
    DataHead head;
    std::error_code unknown;
    const auto size = std::filesystem::file_size(file, unknown);
    const bool json = isJsonFile(file);
    head.whole = unknown || size <= wholeUpTo;
    if (!head.whole && json) {
        head.problem = fault("it is too large to look into here", file.string(),
            "a CSV file of the same rows can be looked into");
        return head;
    }
    auto text = head.whole ? readFile(file) : readLines(file, headBytes);
    if (!text) {
        head.problem = text.error();
        return head;
    }
    if (json) {
        auto table = parseDataJson(*text, file.string());
        if (!table) {
            head.problem = table.error();
            return head;
        }
        head.columns = std::move(table->columns);
        head.count = table->rows.size();
        head.rows = std::move(table->rows);
        head.rows.resize(std::min(head.rows.size(), rows));
    } else {
        const auto read = readCsv(*text, file.string(), head.columns, [&](std::vector<Value>&& row) {
            if (++head.count <= rows) {
                head.rows.push_back(std::move(row));
            }
        });
        if (!read) {
            head.problem = read.error();
        }
    }
    if (!head.problem && head.count == 0) {
        head.problem = noRows(file);
    }
    return head;
}

} // namespace plumb::scenario
