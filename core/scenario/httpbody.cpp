// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "scenario/encoding.h"
#include "scenario/httpstep.h"

#include <array>

namespace plumb::scenario {

namespace {

std::string typeOfFile(const std::filesystem::path& file)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> types{
        {{".json", "application/json"}, {".xml", "application/xml"}, {".txt", "text/plain; charset=utf-8"},
            {".csv", "text/csv"}, {".html", "text/html"}, {".png", "image/png"}, {".jpg", "image/jpeg"},
            {".pdf", "application/pdf"}, {".gz", "application/gzip"}}};
    const auto extension = file.extension().string();
    for (const auto& [ending, type] : types) {
        if (ending == extension) {
            return std::string(type);
        }
    }
    return "application/octet-stream";
}

Result<void> addForm(const Pairs& form, Chunks& chunks)
{
    bool first = true;
    for (const auto& [name, value] : form) {
        std::string key = first ? "" : "&";
        first = false;
        appendFormPart(name, key);
        chunks.addLiteral(key + "=");
        if (auto added = chunks.addTemplate(value, Escape::form, Escape::form); !added) {
            return added;
        }
    }
    return {};
}

/// One part as RFC 7578 says.
Result<void> addPart(const MultipartPart& part, const StepContext& context, Chunks& chunks)
{
    const auto quoted = [&](std::string_view attribute, const std::string& value) -> Result<void> {
        chunks.addLiteral(std::string(attribute) + "=\"");
        auto added = chunks.addTemplate(value, Escape::multipartName, Escape::multipartName);
        chunks.addLiteral("\"");
        return added;
    };
    chunks.addLiteral("--" + context.boundary + "\r\nContent-Disposition: form-data; ");
    if (auto added = quoted("name", part.name); !added) {
        return added;
    }
    const std::filesystem::path file = part.file;
    const auto filename = part.filename.empty() ? file.filename().string() : part.filename;
    if (!filename.empty()) {
        chunks.addLiteral("; ");
        if (auto added = quoted("filename", filename); !added) {
            return added;
        }
    }
    std::string type = part.content_type;
    if (type.empty() && !part.file.empty()) {
        type = typeOfFile(file);
    }
    if (!type.empty()) {
        std::string line = "\r\nContent-Type: ";
        appendHeaderValue(type, line);
        chunks.addLiteral(line);
    }
    chunks.addLiteral("\r\n\r\n");
    if (part.file.empty()) {
        if (auto added = chunks.addTemplate(part.value, Escape::none, Escape::none); !added) {
            return added;
        }
    } else {
        const auto content = readFile(context.folder / file);
        if (!content) {
            return content.error();
        }
        chunks.addLiteral(*content);
    }
    chunks.addLiteral("\r\n");
    return {};
}

} // namespace

Result<BodyProgram> compileBody(const Body& body, const StepContext& context)
{
    BodyProgram program{Chunks(&context.known), {}, true, false};
    Result<void> added;
    switch (body.kind) {
    case Body::Kind::none:
        program.any = false;
        break;
    case Body::Kind::json:
    case Body::Kind::graphql:
        program.content_type = "application/json";
        added = program.chunks.addJson(body.json);
        break;
    case Body::Kind::text:
        program.content_type = "text/plain; charset=utf-8";
        added = program.chunks.addTemplate(body.text, Escape::none, Escape::none);
        break;
    case Body::Kind::file: {
        const auto content = readFile(context.folder / body.text);
        if (!content) {
            return content.error();
        }
        program.content_type = typeOfFile(body.text);
        program.chunks.addLiteral(*content);
        break;
    }
    case Body::Kind::form:
        program.content_type = "application/x-www-form-urlencoded";
        added = addForm(body.form, program.chunks);
        break;
    case Body::Kind::multipart:
        program.content_type = "multipart/form-data; boundary=" + context.boundary;
        program.typeFixed = true;
        for (const auto& part : body.multipart) {
            if (added) {
                added = addPart(part, context, program.chunks);
            }
        }
        program.chunks.addLiteral("--" + context.boundary + "--\r\n");
        break;
    }
    if (!added) {
        return added.error();
    }
    return program;
}

Result<AuthProgram> AuthProgram::compile(const Auth& auth, const Known& known)
{
    AuthProgram program;
    program.m_kind = auth.kind;
    program.m_first = Chunks(&known);
    program.m_second = Chunks(&known);
    Result<void> added;
    switch (auth.kind) {
    case Auth::Kind::none:
        break;
    case Auth::Kind::basic:
        added = program.m_first.addTemplate(auth.user, Escape::none, Escape::none);
        if (added) {
            added = program.m_second.addTemplate(auth.password, Escape::none, Escape::none);
        }
        break;
    case Auth::Kind::bearer:
        added = program.m_first.addTemplate(auth.token, Escape::header, Escape::header);
        break;
    case Auth::Kind::oauth2:
        added = program.m_first.addTemplate(
            "{{" + std::string(oauthVariable) + "}}", Escape::header, Escape::header);
        break;
    }
    if (!added) {
        return added.error();
    }
    return program;
}

Result<void> AuthProgram::render(const RenderContext& context, std::string& out) const
{
    if (m_kind != Auth::Kind::basic) {
        out += "Bearer ";
        return m_first.render(context, out);
    }
    std::string credentials; // RFC 7617: base64 of user:password
    if (auto rendered = m_first.render(context, credentials); !rendered) {
        return rendered;
    }
    credentials += ':';
    if (auto rendered = m_second.render(context, credentials); !rendered) {
        return rendered;
    }
    out += "Basic ";
    appendBase64(credentials, out);
    return {};
}

} // namespace plumb::scenario
