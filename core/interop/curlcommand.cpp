// SPDX-License-Identifier: GPL-3.0-or-later
#include "interop/curlcommand.h"

#include "base/json.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <map>

namespace plumb::interop {

namespace {

using scenario::Body;

/// Options that take a value, by their long name; what is not understood is noted and its value skipped.
const std::map<std::string, std::string, std::less<>>& longNames()
{
    static const std::map<std::string, std::string, std::less<>> names{{"-X", "--request"},
        {"-H", "--header"}, {"-d", "--data"}, {"-F", "--form"}, {"-u", "--user"}, {"-A", "--user-agent"},
        {"-e", "--referer"}, {"-b", "--cookie"}, {"-m", "--max-time"}, {"-I", "--head"}, {"-L", "--location"},
        {"-k", "--insecure"}, {"-G", "--get"}, {"-s", "--silent"}, {"-S", "--show-error"},
        {"-i", "--include"}, {"-v", "--verbose"}, {"-f", "--fail"}, {"-g", "--globoff"}, {"-o", "--output"},
        {"-w", "--write-out"}, {"-x", "--proxy"}, {"-T", "--upload-file"}, {"-c", "--cookie-jar"},
        {"-E", "--cert"}, {"--data-ascii", "--data"}};
    return names;
}

bool takesValue(std::string_view name)
{
    static constexpr std::string_view with[]{"--request", "--header", "--data", "--data-raw", "--data-binary",
        "--data-urlencode", "--json", "--form", "--form-string", "--user", "--user-agent", "--referer",
        "--cookie", "--max-time", "--url", "--output", "--write-out", "--proxy", "--upload-file",
        "--cookie-jar", "--connect-timeout", "--cert", "--key", "--cacert", "--resolve", "--retry",
        "--oauth2-bearer", "--max-redirs"};
    return std::find(std::begin(with), std::end(with), name) != std::end(with);
}

/// Says nothing about the request.
bool isHarmless(std::string_view name)
{
    static constexpr std::string_view words[]{"--silent", "--show-error", "--include", "--verbose", "--fail",
        "--globoff", "--compressed", "--output", "--write-out", "--http1.1", "--no-progress-meter"};
    return std::find(std::begin(words), std::end(words), name) != std::end(words);
}

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
        [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::string trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    const auto last = text.find_last_not_of(" \t");
    return first == std::string_view::npos ? std::string()
                                           : std::string(text.substr(first, last - first + 1));
}

/// Gathers what the options say and makes a step of it.
class Reader
{
public:
    Result<CurlStep> read(const std::vector<std::string>& words)
    {
        for (std::size_t i = 1; i < words.size(); ++i) {
            const auto& word = words[i];
            if (word.size() < 2 || word[0] != '-') {
                url(word);
                continue;
            }
            auto name = word;
            std::optional<std::string> value;
            // "-XPOST" is "-X POST"; "-sSL" is "-s -S -L".
            if (word[1] != '-') {
                name = word.substr(0, 2);
                const auto known = longNames().find(name);
                if (known != longNames().end())
                    name = known->second;
                if (word.size() > 2 && takesValue(name)) {
                    value = word.substr(2);
                } else {
                    for (std::size_t k = 2; k < word.size(); ++k) {
                        const auto next = longNames().find(std::string{'-', word[k]});
                        option(next == longNames().end() ? std::string{'-', word[k]} : next->second, {});
                    }
                }
            } else if (const auto known = longNames().find(name); known != longNames().end()) {
                name = known->second;
            }
            if (takesValue(name) && !value) {
                if (i + 1 >= words.size())
                    return Error{
                        ErrorKind::input, name + " has no value", "curl command", "copy the whole command"};
                value = words[++i];
            }
            option(name, value.value_or(std::string()));
        }
        return finish();
    }

private:
    void url(const std::string& word)
    {
        if (m_url.empty())
            m_url = word;
        else
            note("a second address was left out: " + word);
    }

    void note(std::string text) { m_made.notes.push_back(std::move(text)); }

    void option(const std::string& name, const std::string& value)
    {
        auto& request = m_made.step.request;
        if (name == "--request")
            m_method = value;
        else if (name == "--url")
            url(value);
        else if (name == "--header")
            header(value);
        else if (name == "--user-agent")
            request.headers.emplace_back("User-Agent", value);
        else if (name == "--referer")
            request.headers.emplace_back("Referer", value);
        else if (name == "--cookie" && value.find('=') != std::string::npos)
            secretHeader("Cookie", value);
        else if (name.starts_with("--data") || name == "--json")
            data(name, value);
        else if (name == "--form" || name == "--form-string")
            form(value, name == "--form");
        else if (name == "--user")
            user(value);
        else if (name == "--oauth2-bearer")
            bearer(value);
        else if (name == "--max-time")
            request.timeout_ms = std::atof(value.c_str()) * 1000.0;
        else if (name == "--head")
            m_method = "HEAD";
        else if (name == "--get")
            m_dataInQuery = true;
        else if (name == "--location")
            m_follow = true;
        else if (name == "--insecure")
            note("--insecure was left out: certificates are checked as the target says");
        else if (name == "--proxy")
            note("--proxy was left out: the target's proxy is used");
        else if (!isHarmless(name))
            note(name + " was left out");
    }

    void secretHeader(const std::string& name, const std::string& value)
    {
        m_made.step.request.headers.emplace_back(name, value);
        note("the header " + name + " may hold a secret: put a secret variable in its place");
    }

    void bearer(const std::string& token)
    {
        scenario::Auth auth;
        auth.kind = scenario::Auth::Kind::bearer;
        auth.token = token;
        m_made.step.request.auth = auth;
        note("the token stands in the step as it was given: put a secret variable in its place");
    }

    void user(const std::string& value)
    {
        scenario::Auth auth;
        auth.kind = scenario::Auth::Kind::basic;
        const auto colon = value.find(':');
        auth.user = value.substr(0, colon);
        auth.password = colon == std::string::npos ? std::string() : value.substr(colon + 1);
        m_made.step.request.auth = auth;
        note("the password stands in the step as it was given: put a secret variable in its place");
    }

    void header(const std::string& text)
    {
        const auto colon = text.find(':');
        if (colon == std::string::npos) {
            note("a header without a value was left out: " + text);
            return;
        }
        const auto name = trimmed(text.substr(0, colon));
        const auto value = trimmed(text.substr(colon + 1));
        const auto known = lower(name);
        if (known == "host" || known == "content-length" || known == "connection")
            note("the header " + name + " was left out: it is made anew for each request");
        else if (known == "authorization" && lower(value.substr(0, 7)) == "bearer ")
            bearer(trimmed(value.substr(7)));
        else if (known == "authorization" || known == "cookie")
            secretHeader(name, value);
        else
            m_made.step.request.headers.emplace_back(name, value);
        if (known == "content-type")
            m_type = lower(value);
    }

    void data(const std::string& name, const std::string& value)
    {
        if (name != "--data-raw" && name != "--json" && value.starts_with("@")) {
            m_file = value.substr(1);
            return;
        }
        if (name == "--json")
            m_type = "application/json";
        if (m_hasData && name != "--json")
            m_data += '&';
        m_hasData = true;
        if (name == "--data-urlencode") {
            const auto equals = value.find('=');
            const auto key = equals == std::string::npos ? std::string() : value.substr(0, equals + 1);
            m_data += key
                + QUrl::toPercentEncoding(QString::fromStdString(value.substr(key.size()))).toStdString();
        } else {
            m_data += value;
        }
    }

    void form(const std::string& text, bool files)
    {
        auto& body = m_made.step.request.body;
        body.kind = Body::Kind::multipart;
        scenario::MultipartPart part;
        const auto equals = text.find('=');
        part.name = text.substr(0, equals);
        auto value = equals == std::string::npos ? std::string() : text.substr(equals + 1);
        if (files && value.starts_with("@")) {
            const auto semicolon = value.find(';');
            part.file = value.substr(1, semicolon == std::string::npos ? semicolon : semicolon - 1);
            if (const auto type = value.find(";type="); type != std::string::npos)
                part.content_type = value.substr(type + 6);
        } else {
            part.value = std::move(value);
        }
        body.multipart.push_back(std::move(part));
    }

    void makeBody()
    {
        auto& request = m_made.step.request;
        if (!m_file.empty()) {
            request.body.kind = Body::Kind::file;
            request.body.text = m_file;
            return;
        }
        if (!m_hasData || m_dataInQuery)
            return;
        const auto json = m_type.find("json") != std::string::npos || m_data.starts_with("{")
            ? parseJson(m_data, "body")
            : Result<Json>(Error{});
        if (json) {
            request.body.kind = Body::Kind::json;
            request.body.json = *json;
            return;
        }
        if (m_type.empty() || m_type.starts_with("application/x-www-form-urlencoded")) {
            request.body.kind = Body::Kind::form;
            request.body.form = pairs(m_data);
            return;
        }
        request.body.kind = Body::Kind::text;
        request.body.text = m_data;
    }

    static scenario::Pairs pairs(const std::string& text)
    {
        scenario::Pairs list;
        auto coded = QString::fromStdString(text);
        coded.replace(QLatin1Char('+'), QLatin1String("%20"));
        const auto items = QUrlQuery(coded).queryItems(QUrl::FullyDecoded);
        for (const auto& [key, value] : items)
            list.emplace_back(key.toStdString(), value.toStdString());
        return list;
    }

    Result<CurlStep> finish()
    {
        if (m_url.empty())
            return Error{ErrorKind::input, "there is no address in the command", "curl command",
                "copy the whole command"};
        const auto given = m_url.find("://") == std::string::npos ? "http://" + m_url : m_url;
        const QUrl url(QString::fromStdString(given));
        if (!url.isValid() || url.host().isEmpty())
            return Error{ErrorKind::input, "\"" + m_url + "\" is no address", "curl command", "mend it"};
        m_made.base_url
            = url.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo)
                  .toStdString();
        auto& request = m_made.step.request;
        const auto path = url.path(QUrl::FullyEncoded).toStdString();
        request.path = path.empty() ? "/" : path;
        request.query = pairs(url.query(QUrl::FullyEncoded).toStdString());
        if (m_dataInQuery) {
            for (auto& pair : pairs(m_data))
                request.query.push_back(std::move(pair));
        }
        makeBody();
        if (!m_method.empty())
            request.method = m_method;
        else if (request.body.kind != Body::Kind::none)
            request.method = "POST";
        if (!m_follow)
            request.follow_redirects = false;
        const auto last = request.path.substr(request.path.rfind('/') + 1);
        m_made.step.name = lower(request.method) + (last.empty() ? "" : " " + last);
        return std::move(m_made);
    }

    CurlStep m_made;
    std::string m_url, m_method, m_data, m_file, m_type;
    bool m_hasData = false, m_dataInQuery = false, m_follow = false;
};

} // namespace

Result<CurlStep> stepFromCurl(std::string_view command)
{
    const auto words = shellWords(command);
    if (!words)
        return words.error();
    if (words->empty() || (words->front() != "curl" && !words->front().ends_with("/curl")))
        return Error{
            ErrorKind::input, "this is no curl command", "clipboard", "copy a request \"as cURL (bash)\""};
    return Reader().read(*words);
}

} // namespace plumb::interop
